// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.protobuf.Any;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.route.v3.FilterConfig;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.rutter.inspect.InjectedFault;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the fault filter does: the settings of the route, else of the virtual host, else its own.
 */
final class Faults {
  private static final String NAME = "envoy.filters.http.fault";

  private Faults() {}

  /**
   * The fault of a request.
   *
   * @param ofFilter the settings of the filter; absent without such a filter
   */
  static Optional<InjectedFault> of(
      Optional<HTTPFault> ofFilter, VirtualHost host, Route route, HttpRequest request) {
    return ofFilter
        .map(
            own ->
                setting(route.getTypedPerFilterConfigMap().get(NAME))
                    .or(() -> setting(host.getTypedPerFilterConfigMap().get(NAME)))
                    .orElse(own))
        .filter(fault -> HeaderMatch.failure(fault.getHeadersList(), request).isEmpty())
        .filter(fault -> fault.hasDelay() || fault.hasAbort())
        .map(Faults::of);
  }

  private static Optional<HTTPFault> setting(@Nullable Any any) {
    if (any == null) {
      return Optional.empty();
    }
    return UnpackedConfig.of(any, HTTPFault.class)
        .or(
            () ->
                UnpackedConfig.of(any, FilterConfig.class)
                    .flatMap(
                        config ->
                            config.getDisabled()
                                ? Optional.of(HTTPFault.getDefaultInstance())
                                : UnpackedConfig.of(config.getConfig(), HTTPFault.class)));
  }

  private static InjectedFault of(HTTPFault fault) {
    boolean fixed = fault.getDelay().hasFixedDelay();
    FaultAbort abort = fault.getAbort();
    return new InjectedFault(
        fixed
            ? Optional.of(Duration.ofMillis(Durations.toMillis(fault.getDelay().getFixedDelay())))
            : Optional.empty(),
        fault.hasDelay() ? Fractions.of(fault.getDelay().getPercentage()) : 0,
        abort.hasHttpStatus() ? OptionalInt.of(abort.getHttpStatus()) : OptionalInt.empty(),
        abort.hasGrpcStatus() ? OptionalInt.of(abort.getGrpcStatus()) : OptionalInt.empty(),
        fault.hasAbort() ? Fractions.of(abort.getPercentage()) : 0);
  }
}
