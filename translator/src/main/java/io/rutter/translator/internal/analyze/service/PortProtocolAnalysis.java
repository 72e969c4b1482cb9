// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.service;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;

/**
 * Ports of services that declare no protocol, so that proxies inspect the first bytes of each
 * connection. A protocol counts only at the start of the port's name. Istio document: Protocol
 * Selection.
 */
public final class PortProtocolAnalysis {
  /** A longer name comes before its prefix. */
  private static final ImmutableList<String> PROTOCOLS =
      ImmutableList.of(
          "grpc-web", "grpc", "http2", "https", "http", "mongo", "mysql", "redis", "tcp", "tls");

  private PortProtocolAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (Service service : mesh.snapshot().services()) {
      if (service.registry() != ServiceRegistry.KUBERNETES) {
        continue;
      }
      FindingPlace ports =
          FindingPlace.spec(service.sourceKind(), service.metadata(), problems).at("ports");
      for (int i = 0; i < service.ports().size(); i++) {
        if (service.ports().get(i).protocol().isUnsupported()) {
          check(service.ports().get(i), ports.at(i));
        }
      }
    }
  }

  private static void check(ServicePort port, FindingPlace place) {
    String name = Ascii.toLowerCase(port.name());
    Optional<String> hidden = PROTOCOLS.stream().filter(name::contains).findFirst();
    if (hidden.isPresent()) {
      place
          .at("name")
          .warn(
              ProblemCode.UNDECLARED_PROTOCOL,
              "name: "
                  + port.name()
                  + " does not declare "
                  + hidden.get()
                  + ", the protocol is found out by looking (expected: "
                  + hidden.get()
                  + ", a name that starts with \""
                  + hidden.get()
                  + "-\", or appProtocol)");
    } else {
      place.note(
          ProblemCode.UNDECLARED_PROTOCOL,
          "port: "
              + port.number()
              + " does not declare its protocol, it is found out by looking (expected: appProtocol,"
              + " or a name such as http-"
              + (name.isEmpty() ? "web" : name)
              + ")");
    }
  }
}
