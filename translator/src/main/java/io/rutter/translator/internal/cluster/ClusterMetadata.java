// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.Structs;
import com.google.protobuf.util.Values;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a cluster stands for → {@code filter_metadata["istio"]}: its services, the rule that shaped
 * it, its subset, whether it leads out of the mesh, and whether ALPN must be left alone because the
 * TLS is not the mesh's.
 */
final class ClusterMetadata {
  private static final String SERVICES = "services";
  private static final String CONFIG = "config";

  private ClusterMetadata() {}

  /** Metadata of an outbound cluster; clusters that resolve any host have no service. */
  static Struct outbound(ClusterTarget target) {
    Struct.Builder fields = Struct.newBuilder();
    if (target.discovery() != DiscoveryType.DYNAMIC_DNS) {
      fields.putFields(SERVICES, list(List.of(service(target.service()))));
    }
    if (target.service().meshExternal() && target.subset().isEmpty()) {
      fields.putFields("external", Values.of(true));
    }
    target
        .rule()
        .ifPresent(
            rule -> {
              fields.putFields(CONFIG, config(rule));
              if (hasOwnTls(target.policy())) {
                fields.putFields("alpn_override", Values.of("false"));
              }
            });
    target.subset().ifPresent(subset -> fields.putFields("subset", Values.of(subset.name())));
    return fields.build();
  }

  /**
   * Metadata of an inbound cluster: all services on the workload's port whose service port equals
   * that of the first. Absent for a service outside of the mesh.
   */
  static Optional<Struct> inbound(
      List<ServiceTarget> targets, ServicePort port, Optional<MergedDestinationRule> rule) {
    if (targets.get(0).service().meshExternal()) {
      return Optional.empty();
    }
    Set<Value> services = new LinkedHashSet<>();
    for (ServiceTarget target : targets) {
      if (target.port().number() == port.number()) {
        services.add(service(target.service()));
      }
    }
    Struct.Builder fields = Struct.newBuilder().putFields(SERVICES, list(services));
    rule.ifPresent(r -> fields.putFields(CONFIG, config(r)));
    return Optional.of(fields.build());
  }

  private static boolean hasOwnTls(Optional<TrafficPolicy> policy) {
    return policy
        .flatMap(TrafficPolicy::tls)
        .map(ClientTls::mode)
        .filter(mode -> mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL)
        .isPresent();
  }

  private static Value config(MergedDestinationRule rule) {
    return Values.of(
        IstioMetadata.configPath(ConfigKey.of("DestinationRule", rule.rule().metadata())));
  }

  private static Value service(Service service) {
    return Values.of(
        Structs.of(
            "host", Values.of(service.hostname()),
            "name", Values.of(service.name()),
            "namespace", Values.of(service.namespace())));
  }

  private static Value list(Iterable<Value> values) {
    return Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(values)).build();
  }
}
