// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.net.InetAddresses;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.yaml.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Ingresses are reached: the addresses of the gateway's Service, as its own status and its
 * {@code externalIPs} say. Source: {@code runningAddresses} of istiod; that a mesh without the
 * Service takes the addresses of nodes is left out, since it needs no Service only with an empty
 * {@code ingressService}.
 */
final class IngressAddresses {
  private static final String DEFAULT_SERVICE = "istio-ingressgateway";

  private IngressAddresses() {}

  /** The entries of {@code status.loadBalancer.ingress}. */
  static ImmutableList<Object> of(MeshConfig mesh, ClusterWatch cluster) {
    String name = mesh.ingressService().orElse(DEFAULT_SERVICE);
    Optional<GenericKubernetesResource> service =
        cluster.get(new ObjectKey("", "Service", MeshDefaults.INGRESS_NAMESPACE, name));
    return service.map(IngressAddresses::addresses).orElse(ImmutableList.of()).stream()
        .map(IngressAddresses::entry)
        .collect(toImmutableList());
  }

  private static ImmutableList<String> addresses(GenericKubernetesResource service) {
    Map<String, Object> fields = service.getAdditionalProperties();
    Map<?, ?> spec = map(fields.get("spec"));
    if ("ExternalName".equals(spec.get("type"))) {
      return ImmutableList.of(String.valueOf(spec.get("externalName")));
    }
    List<String> all = new ArrayList<>();
    for (Object entry : list(map(map(fields.get("status")).get("loadBalancer")).get("ingress"))) {
      Object address =
          map(entry).get("ip") != null ? map(entry).get("ip") : map(entry).get("hostname");
      if (address != null) {
        all.add(address.toString());
      }
    }
    list(spec.get("externalIPs")).forEach(address -> all.add(address.toString()));
    // As istiod sorts them: names have no IP, which comes first.
    all.sort(
        Comparator.comparing((String address) -> isIp(address) ? "" : address)
            .thenComparing(address -> address));
    return ImmutableList.copyOf(all);
  }

  private static boolean isIp(String address) {
    return InetAddresses.isInetAddress(address);
  }

  private static Object entry(String address) {
    return ImmutableMap.of(isIp(address) ? "ip" : "hostname", address);
  }

  /** What the status of an Ingress says now. */
  static List<?> present(GenericKubernetesResource ingress) {
    return list(
        map(map(ingress.getAdditionalProperties().get("status")).get("loadBalancer"))
            .get("ingress"));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
