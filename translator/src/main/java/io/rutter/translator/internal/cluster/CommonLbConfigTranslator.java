// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.core.v3.HealthStatusSet;
import io.envoyproxy.envoy.type.v3.Percent;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.endpoint.LoadAssignmentAssembler;
import java.util.Optional;

/**
 * Settings common to all load balancing policies of an outbound cluster → {@link CommonLbConfig}.
 * Unhealthy endpoints are sent to Envoy and must not be used, so panic mode is off unless {@code
 * minHealthPercent} asks for it.
 */
final class CommonLbConfigTranslator {
  private static final String PERSISTENT_SESSION = "istio.io/persistent-session";
  private static final String PERSISTENT_SESSION_HEADER = "istio.io/persistent-session-header";

  /** Requests that are bound to a draining endpoint still reach it. */
  private static final HealthStatusSet WITH_DRAINING =
      HealthStatusSet.newBuilder()
          .addStatuses(HealthStatus.HEALTHY)
          .addStatuses(HealthStatus.DRAINING)
          .addStatuses(HealthStatus.UNKNOWN)
          .addStatuses(HealthStatus.DEGRADED)
          .build();

  /** The configuration of most clusters. */
  private static final CommonLbConfig NO_PANIC =
      CommonLbConfig.newBuilder().setHealthyPanicThreshold(Percent.getDefaultInstance()).build();

  private CommonLbConfigTranslator() {}

  /** The configuration of a target's cluster. */
  static CommonLbConfig translate(ClusterTarget target, Optional<OutlierDetection> outlier) {
    CommonLbConfig ofLocalities =
        LoadAssignmentAssembler.policy(target)
            .map(policy -> LocalityPolicyTranslator.translate(policy, outlier.isPresent()))
            .orElse(CommonLbConfig.getDefaultInstance());
    int threshold = panicThreshold(target.service(), outlier);
    boolean keepsDraining =
        target.purpose() == Purpose.ROUTING
            && target.subset().isEmpty()
            && hasPersistentSessions(target.service());
    if (threshold == 0
        && !keepsDraining
        && ofLocalities.equals(CommonLbConfig.getDefaultInstance())) {
      return NO_PANIC;
    }
    CommonLbConfig.Builder config =
        ofLocalities.toBuilder().setHealthyPanicThreshold(Percent.newBuilder().setValue(threshold));
    if (keepsDraining) {
      config.setOverrideHostStatus(WITH_DRAINING);
    }
    return config.build();
  }

  private static int panicThreshold(Service service, Optional<OutlierDetection> outlier) {
    boolean prefersNear =
        service.trafficDistribution().orElse(TrafficDistribution.ANY) != TrafficDistribution.ANY;
    return prefersNear
        ? 0
        : outlier.map(detection -> detection.minHealthPercent().orElse(0)).orElse(0);
  }

  private static boolean hasPersistentSessions(Service service) {
    return !service.metadata().labels().getOrDefault(PERSISTENT_SESSION, "").isEmpty()
        || !service.metadata().labels().getOrDefault(PERSISTENT_SESSION_HEADER, "").isEmpty();
  }
}
