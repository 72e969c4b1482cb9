// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.StringMatch;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the {@link Gateway}s and {@link VirtualService}s of {@link Ingress}es: a gateway for each
 * Ingress, and a virtual service for each host, in which the rules of all Ingresses for that host
 * come together. It is the routing of the gateway of the oldest of them. Longer paths come first.
 * Istio document: Kubernetes Ingress.
 */
public final class IngressConversion {
  /** Objects without a creation time are the oldest; equally old ones go by name. */
  private static final Comparator<ObjectMeta> BY_AGE =
      comparing((ObjectMeta metadata) -> metadata.creationTimestamp().orElse(Instant.MIN))
          .thenComparing(ObjectMeta::name)
          .thenComparing(ObjectMeta::namespace);

  private static final StringMatch EVERYTHING = StringMatch.prefix("");

  /** A route without a condition counts as one with an empty path. */
  private static final Comparator<HttpRoute> BY_PATH =
      comparing(IngressConversion::uri, comparingInt(IngressConversion::length).reversed())
          .thenComparing(route -> !(uri(route) instanceof StringMatch.Exact));

  private final MeshConfig mesh;
  private final IngressHttpRouteConversion routes;
  private final ProblemSink sink;
  private final Map<ConfigKey, ConfigKey> origins = new LinkedHashMap<>();

  IngressConversion(
      MeshConfig mesh,
      ImmutableMap<ConfigKey, KubernetesService> services,
      ImmutableSet<ConfigKey> refused,
      ProblemSink sink) {
    this.mesh = mesh;
    this.routes = new IngressHttpRouteConversion(services, refused, sink);
    this.sink = sink;
  }

  /**
   * What Ingresses make.
   *
   * @param gateways a gateway for each
   * @param virtualServices a virtual service for each host
   * @param origins which Ingress a gateway or virtual service was made of; of several the oldest
   */
  public record Result(
      ImmutableList<Gateway> gateways,
      ImmutableList<VirtualService> virtualServices,
      ImmutableMap<ConfigKey, ConfigKey> origins) {}

  private record RuleOf(ObjectMeta ingress, String path, Ingress.Rule rule) {}

  /** What the Ingresses make, all of which are for the mesh. */
  Result convert(Collection<Ingress> ingresses) {
    List<Ingress> byAge = ingresses.stream().sorted(comparing(Ingress::metadata, BY_AGE)).toList();
    ListMultimap<String, RuleOf> rules = MultimapBuilder.treeKeys().arrayListValues().build();
    ImmutableList.Builder<Gateway> gateways = ImmutableList.builder();
    for (Ingress ingress : byAge) {
      Gateway gateway = IngressGatewayConversion.convert(ingress, mesh, sink);
      gateways.add(gateway);
      origins.put(
          ConfigKey.of("Gateway", gateway.metadata()), ConfigKey.of("Ingress", ingress.metadata()));
      for (RuleOf rule : rules(ingress)) {
        rules.put(rule.rule().host().isEmpty() ? "*" : rule.rule().host(), rule);
      }
    }
    ImmutableList.Builder<VirtualService> virtualServices = ImmutableList.builder();
    for (String host : rules.keySet()) {
      virtualServices.add(virtualService(host, rules.get(host)));
    }
    return new Result(gateways.build(), virtualServices.build(), ImmutableMap.copyOf(origins));
  }

  private ImmutableList<RuleOf> rules(Ingress ingress) {
    if (ingress.hasDefaultBackend()) {
      leaveOut(ingress, "spec.defaultBackend", "it is left out (use a rule with the path /)");
    }
    ImmutableList.Builder<RuleOf> rules = ImmutableList.builder();
    for (int i = 0; i < ingress.rules().size(); i++) {
      String path = "spec.rules[" + i + "]";
      if (ingress.rules().get(i).paths().isPresent()) {
        rules.add(new RuleOf(ingress.metadata(), path, ingress.rules().get(i)));
      } else {
        leaveOut(ingress, path, "no paths, it is left out (expected: http)");
      }
    }
    return rules.build();
  }

  private VirtualService virtualService(String host, List<RuleOf> rules) {
    ObjectMeta first = rules.get(0).ingress();
    ObjectMeta gateway = IngressNames.gateway(first);
    ObjectMeta metadata = unused(IngressNames.virtualService(host, first));
    origins.put(ConfigKey.of("VirtualService", metadata), ConfigKey.of("Ingress", first));
    return VirtualService.builder()
        .metadata(metadata)
        .hosts(host)
        .gateways(gateway.namespace() + "/" + gateway.name())
        .http(
            rules.stream()
                .flatMap(
                    of ->
                        routes
                            .convert(of.ingress(), of.path(), of.rule().paths().orElseThrow())
                            .stream())
                .sorted(BY_PATH)
                .collect(toImmutableList()))
        .build();
  }

  private static StringMatch uri(HttpRoute route) {
    return route.match().stream()
        .flatMap(match -> match.uri().stream())
        .findFirst()
        .orElse(EVERYTHING);
  }

  private static int length(StringMatch uri) {
    String path =
        uri instanceof StringMatch.Exact exact ? exact.value() : ((StringMatch.Prefix) uri).value();
    return path.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Hosts that differ in dots and hyphens only would make two objects of one name. */
  private ObjectMeta unused(ObjectMeta metadata) {
    ObjectMeta unused = metadata;
    for (int i = 2; origins.containsKey(ConfigKey.of("VirtualService", unused)); i++) {
      unused = metadata.toBuilder().name(metadata.name() + "-" + i).build();
    }
    return unused;
  }

  private void leaveOut(Ingress ingress, String path, String message) {
    sink.report(
        Problem.warning(ProblemCode.NOT_TRANSLATED)
            .object(ConfigKey.of("Ingress", ingress.metadata()))
            .path(path)
            .message(message)
            .build());
  }
}
