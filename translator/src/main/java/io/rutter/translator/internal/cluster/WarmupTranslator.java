// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster.SlowStartConfig;
import io.envoyproxy.envoy.config.core.v3.RuntimeDouble;
import io.envoyproxy.envoy.type.v3.Percent;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.Warmup;
import io.rutter.translator.internal.proto.Durations;
import java.util.Optional;

/**
 * {@link Warmup}, or the deprecated {@code warmupDurationSecs}, → {@link SlowStartConfig}. The
 * increase is linear and starts at 10 percent unless the rule says otherwise.
 */
final class WarmupTranslator {
  private static final double LINEAR = 1;
  private static final double DEFAULT_MINIMUM = 10;

  /** Envoy requires a runtime key, which nobody sets. This one equals istiod's. */
  private static final String RUNTIME_KEY = "(";

  private WarmupTranslator() {}

  /** The slow start of a load balancer's new endpoints. */
  static Optional<SlowStartConfig> translate(LoadBalancer loadBalancer) {
    return loadBalancer
        .warmup()
        .map(WarmupTranslator::translate)
        .or(
            () ->
                loadBalancer
                    .warmupDurationSecs()
                    .map(
                        window ->
                            SlowStartConfig.newBuilder()
                                .setSlowStartWindow(Durations.of(window))
                                .build()));
  }

  private static SlowStartConfig translate(Warmup warmup) {
    SlowStartConfig.Builder slowStart =
        SlowStartConfig.newBuilder()
            .setAggression(
                RuntimeDouble.newBuilder()
                    .setDefaultValue(warmup.aggression().orElse(LINEAR))
                    .setRuntimeKey(RUNTIME_KEY))
            .setMinWeightPercent(
                Percent.newBuilder().setValue(warmup.minimumPercent().orElse(DEFAULT_MINIMUM)));
    warmup.duration().map(Durations::of).ifPresent(slowStart::setSlowStartWindow);
    return slowStart.build();
  }
}
