// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.TargetOrigins;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.OutboundPolicyPlace;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.PolicyPlaces;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What the settings of a cluster are made from, by the level of the DestinationRule. */
final class ClusterOrigins {
  private static final ImmutableList<String> LOAD_BALANCING =
      ImmutableList.of(
          "lb_policy",
          "ring_hash_lb_config",
          "maglev_lb_config",
          "least_request_lb_config",
          "round_robin_lb_config",
          "common_lb_config");
  private static final ImmutableList<String> CONNECTION_POOL =
      ImmutableList.of("connect_timeout", "circuit_breakers", "upstream_connection_options");
  private static final ImmutableList<String> TLS =
      ImmutableList.of("transport_socket", "transport_socket_matches");
  private static final String HTTP_OPTIONS =
      "typedExtensionProtocolOptions[\"" + HttpProtocolOptionsTranslator.EXTENSION + "\"]";

  private final Cluster cluster;
  private final Origins origins;
  private final Optional<PolicyPlaces> places;
  private final Optional<TrafficPolicy> policy;

  private ClusterOrigins(
      Cluster cluster,
      Origins origins,
      Optional<PolicyPlaces> places,
      Optional<TrafficPolicy> policy) {
    this.cluster = cluster;
    this.origins = origins;
    this.places = places;
    this.policy = policy;
  }

  /**
   * Tells what the cluster of a target is made from.
   *
   * @param policy the policy with the mesh's defaults
   */
  static void add(Cluster cluster, ClusterTarget target, Optional<TrafficPolicy> policy) {
    Origins origins = target.scope().origins();
    if (!origins.areKept()) {
      return;
    }
    TargetOrigins.addWhole(cluster, target);
    ClusterOrigins of = new ClusterOrigins(cluster, origins, TargetOrigins.policy(target), policy);
    of.setting("loadBalancer", TrafficPolicy::loadBalancer, "", LOAD_BALANCING);
    of.setting(
        "outlierDetection",
        TrafficPolicy::outlierDetection,
        "defaultTrafficPolicy.outlierDetection",
        ImmutableList.of("outlier_detection"));
    of.connections(policy.flatMap(TrafficPolicy::connectionPool), Optional.empty());
    of.setting("retryBudget", TrafficPolicy::retryBudget, "", ImmutableList.of("circuit_breakers"));
    of.setting("proxyProtocol", TrafficPolicy::proxyProtocol, "", TLS);
    if (policy.flatMap(TrafficPolicy::tls).isPresent()) {
      of.setting("tls", TrafficPolicy::tls, "", TLS);
    } else if (cluster.hasTransportSocket() || cluster.getTransportSocketMatchesCount() > 0) {
      of.parts(TLS, origins.places().mesh("enableAutoMtls"));
    }
  }

  /** A rule shapes a cluster even without a policy: its metadata names it. */
  private static void addRule(Cluster cluster, MergedDestinationRule rule, Origins origins) {
    rule.from().forEach(key -> origins.add(cluster, new ConfigPart(key, "spec.host")));
  }

  /**
   * Tells what the cluster of a port of the workload is made from.
   *
   * @param rule the DestinationRule whose policy applies
   * @param policy the policy with the mesh's defaults
   */
  static void add(
      Cluster cluster,
      ProxyScope scope,
      InboundTarget target,
      Optional<MergedDestinationRule> rule,
      Optional<TrafficPolicy> policy) {
    Origins origins = scope.origins();
    if (!origins.areKept()) {
      return;
    }
    Optional<ConfigPart> ingress = ingress(scope, target.number());
    if (ingress.isPresent()) {
      origins.add(cluster, ingress.get());
    } else {
      for (ServiceTarget service : target.services()) {
        origins.add(cluster, origins.places().port(service.service(), service.port().number()));
      }
    }
    rule.ifPresent(found -> addRule(cluster, found, origins));
    ClusterOrigins of =
        new ClusterOrigins(
            cluster,
            origins,
            rule.map(
                found ->
                    PolicyPlaces.of(
                        origins.places(),
                        found,
                        Optional.empty(),
                        OptionalInt.of(target.port().number()))),
            policy);
    of.connections(
        target.sidecarPool().or(() -> policy.flatMap(TrafficPolicy::connectionPool)),
        target.sidecarPool().map(pool -> sidecarPool(scope, target.number())));
    of.setting("retryBudget", TrafficPolicy::retryBudget, "", ImmutableList.of("circuit_breakers"));
  }

  private static Optional<ConfigPart> ingress(ProxyScope scope, int number) {
    return scope.sidecar().sidecar().stream()
        .flatMap(
            sidecar ->
                listener(sidecar, number).stream()
                    .boxed()
                    .map(i -> new ConfigPart(key(sidecar), "spec.ingress[" + i + "]")))
        .findFirst();
  }

  private static OptionalInt listener(Sidecar sidecar, int number) {
    for (int i = 0; i < sidecar.ingress().size(); i++) {
      if (sidecar.ingress().get(i).port().number().orElse(0) == number) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static ConfigKey key(Sidecar sidecar) {
    return ConfigKey.of("Sidecar", sidecar.metadata());
  }

  private static ConfigPart sidecarPool(ProxyScope scope, int number) {
    Sidecar sidecar = scope.sidecar().sidecar().orElseThrow();
    OptionalInt listener = listener(sidecar, number);
    boolean own =
        listener.isPresent()
            && sidecar.ingress().get(listener.getAsInt()).connectionPool().isPresent();
    return new ConfigPart(
        key(sidecar),
        own
            ? "spec.ingress[" + listener.getAsInt() + "].connectionPool"
            : "spec.inboundConnectionPool");
  }

  /** Tells that a cluster for traffic to unknown destinations follows the policy for that. */
  static Cluster unknownTraffic(Cluster cluster, ProxyScope scope) {
    if (scope.origins().areKept()) {
      scope.origins().add(cluster, OutboundPolicyPlace.of(scope));
    }
    return cluster;
  }

  /** Tells that a cluster is made from a setting of the mesh. */
  static Cluster setting(Cluster cluster, ProxyScope scope, String path) {
    if (scope.origins().areKept()) {
      scope.origins().add(cluster, scope.origins().places().mesh(path));
    }
    return cluster;
  }

  private void connections(Optional<ConnectionPool> pool, Optional<ConfigPart> ofSidecar) {
    if (pool.isEmpty()) {
      parts(ImmutableList.of("connect_timeout"), origins.places().mesh("connectTimeout"));
      return;
    }
    ConfigPart from =
        ofSidecar
            .or(() -> places.flatMap(known -> known.connectionPool(pool.get())))
            .orElseGet(() -> origins.places().mesh("defaultTrafficPolicy.connectionPool"));
    parts(CONNECTION_POOL, from);
    if (cluster.getTypedExtensionProtocolOptionsCount() > 0) {
      origins.add(cluster, HTTP_OPTIONS, from);
    }
  }

  private <T> void setting(
      String field, Function<TrafficPolicy, Optional<T>> of, String ofMesh, List<String> fields) {
    Optional<T> value = policy.flatMap(of);
    if (value.isEmpty()) {
      return;
    }
    places
        .flatMap(known -> known.find(field, of, value.get()::equals))
        .or(() -> ofMesh.isEmpty() ? Optional.empty() : Optional.of(origins.places().mesh(ofMesh)))
        .ifPresent(from -> parts(fields, from));
  }

  /** Those of the fields that the cluster has; the cluster as a whole if it has none of them. */
  private void parts(List<String> fields, ConfigPart from) {
    boolean found = false;
    for (String field : fields) {
      FieldDescriptor known = cluster.getDescriptorForType().findFieldByName(field);
      boolean there =
          known.isRepeated()
              ? cluster.getRepeatedFieldCount(known) > 0
              : cluster.getAllFields().containsKey(known);
      if (there) {
        origins.add(cluster, known.getJsonName(), from);
        found = true;
      }
    }
    if (!found) {
      origins.add(cluster, from);
    }
  }
}
