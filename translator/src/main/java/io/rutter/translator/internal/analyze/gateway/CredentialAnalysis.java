// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Credentials of Gateways for which there is no Secret, if the input has Secrets at all. A plain
 * name means a Secret in the namespace of the proxy; if no proxy is known, a Secret in any
 * namespace will do. Istio document: Gateway, {@code credentialName}.
 */
public final class CredentialAnalysis {
  private CredentialAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    if (mesh.snapshot().secrets().isEmpty()) {
      return;
    }
    for (Gateway gateway : mesh.gateways().all()) {
      ImmutableSet<String> namespaces = namespaces(mesh, gateway);
      FindingPlace servers =
          FindingPlace.spec("Gateway", gateway.metadata(), problems).at("servers");
      for (int i = 0; i < gateway.servers().size(); i++) {
        FindingPlace tls = servers.at(i).at("tls");
        gateway
            .servers()
            .get(i)
            .tls()
            .ifPresent(settings -> check(mesh, settings, namespaces, tls));
      }
    }
  }

  /** The namespaces of the known proxies that the Gateway selects. */
  private static ImmutableSet<String> namespaces(MeshIndex mesh, Gateway gateway) {
    return Stream.concat(
            mesh.snapshot().proxies().stream()
                .filter(proxy -> proxy.type() == ProxyType.GATEWAY)
                .filter(proxy -> selects(gateway, proxy.selectableLabels()))
                .map(Proxy::namespace),
            mesh.snapshot().workloads().stream()
                .filter(pod -> selects(gateway, pod.metadata().labels()))
                .map(pod -> pod.metadata().namespace()))
        .collect(toImmutableSet());
  }

  private static boolean selects(Gateway gateway, Map<String, String> labels) {
    return !gateway.selector().isEmpty() && LabelSelectors.selects(gateway.selector(), labels);
  }

  private static void check(
      MeshIndex mesh, ServerTls settings, ImmutableSet<String> namespaces, FindingPlace tls) {
    ImmutableList<String> names = settings.credentialNames();
    if (names.isEmpty()) {
      settings
          .credentialName()
          .ifPresent(name -> check(mesh, name, namespaces, tls.at("credentialName")));
    }
    for (int i = 0; i < names.size(); i++) {
      check(mesh, names.get(i), namespaces, tls.at("credentialNames").at(i));
    }
  }

  private static void check(
      MeshIndex mesh, String name, ImmutableSet<String> namespaces, FindingPlace place) {
    if (name.isEmpty() || name.contains("://")) {
      return;
    }
    ImmutableSet<String> having =
        mesh.snapshot().secrets().stream()
            .filter(secret -> secret.name().equals(name))
            .map(ConfigKey::namespace)
            .collect(toImmutableSet());
    if (InactiveObjects.of(mesh.snapshot()).mayHaveSecret(name)) {
      return;
    }
    if (having.isEmpty()
        || (!namespaces.isEmpty() && having.stream().noneMatch(namespaces::contains))) {
      place.error(
          ProblemCode.UNKNOWN_CREDENTIAL,
          "credential: "
              + name
              + " (expected: a Secret"
              + (namespaces.isEmpty()
                  ? ""
                  : " in the namespace of the gateway proxies, " + String.join(" or ", namespaces))
              + (having.isEmpty() ? "" : ", not in " + String.join(", ", having))
              + ")");
    }
  }
}
