// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.internal.graph.read.SeenServices;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.CompiledMesh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients of a service send, and what its servers demand; a line for each difference. */
final class ServiceTls {
  private final CompiledMesh mesh;
  private final SeenServices seen;

  ServiceTls(CompiledMesh mesh, SeenServices seen) {
    this.mesh = mesh;
    this.seen = seen;
  }

  /** The lines; those of several ports with the same are one. */
  ImmutableList<String> lines(Service service) {
    Map<String, List<Integer>> ports = new LinkedHashMap<>();
    for (ServicePort port : service.ports()) {
      ports.computeIfAbsent(line(service, port), text -> new ArrayList<>()).add(port.number());
    }
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    ports.forEach(
        (text, of) -> {
          if (!text.isEmpty()) {
            lines.add(
                (ports.size() == 1 ? "TLS: " : "TLS " + Joiner.on(", ").join(of) + ": ") + text);
          }
        });
    return lines.build();
  }

  private String line(Service service, ServicePort port) {
    ImmutableSet<String> clients = seen.clientTls(service.hostname(), port.number());
    ImmutableSet<MutualTlsMode> servers = mesh.demandedMutualTls(service, port);
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    if (!clients.isEmpty()) {
      parts.add("clients " + String.join(" or ", clients));
    }
    if (!servers.isEmpty()) {
      parts.add("servers " + servers.stream().map(ServiceTls::word).collect(joining(" or ")));
    }
    return String.join(", ", parts.build());
  }

  private static String word(MutualTlsMode mode) {
    return mode == MutualTlsMode.DISABLE ? "plain" : Ascii.toLowerCase(mode.name());
  }
}
