// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.OutlierDetection;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;

/**
 * {@link io.rutter.model.destinationrule.OutlierDetection} → {@link OutlierDetection}. Ejection by
 * success rate is always off. A count of 0 turns its detector off; an absent count leaves the
 * default of Envoy, which ejects after five consecutive 5xx answers and does not count gateway
 * errors separately. Istio document: Destination Rule, {@code OutlierDetection}.
 */
final class OutlierDetectionTranslator {
  private static final int ALWAYS = 100;
  private static final int NEVER = 0;

  private OutlierDetectionTranslator() {}

  /** The detection of a cluster. */
  static OutlierDetection translate(io.rutter.model.destinationrule.OutlierDetection outlier) {
    OutlierDetection.Builder builder =
        OutlierDetection.newBuilder().setEnforcingSuccessRate(Wrappers.uint32(NEVER));
    outlier
        .consecutive5xxErrors()
        .ifPresent(
            count ->
                builder
                    .setConsecutive5Xx(Wrappers.uint32(count))
                    .setEnforcingConsecutive5Xx(Wrappers.uint32(count > 0 ? ALWAYS : NEVER)));
    outlier
        .consecutiveGatewayErrors()
        .ifPresent(
            count ->
                builder
                    .setConsecutiveGatewayFailure(Wrappers.uint32(count))
                    .setEnforcingConsecutiveGatewayFailure(
                        Wrappers.uint32(count > 0 ? ALWAYS : NEVER)));
    outlier.interval().map(Durations::of).ifPresent(builder::setInterval);
    outlier.baseEjectionTime().map(Durations::of).ifPresent(builder::setBaseEjectionTime);
    if (outlier.maxEjectionPercent().orElse(0) > 0) {
      builder.setMaxEjectionPercent(Wrappers.uint32(outlier.maxEjectionPercent().getAsInt()));
    }
    if (outlier.splitExternalLocalOriginErrors()) {
      splitLocalOrigin(outlier, builder);
    }
    return builder.build();
  }

  private static void splitLocalOrigin(
      io.rutter.model.destinationrule.OutlierDetection outlier, OutlierDetection.Builder builder) {
    builder
        .setSplitExternalLocalOriginErrors(true)
        .setEnforcingLocalOriginSuccessRate(Wrappers.uint32(NEVER));
    long count = outlier.consecutiveLocalOriginFailures().orElse(0);
    if (count > 0) {
      builder
          .setConsecutiveLocalOriginFailure(Wrappers.uint32(count))
          .setEnforcingConsecutiveLocalOriginFailure(Wrappers.uint32(ALWAYS));
    }
  }
}
