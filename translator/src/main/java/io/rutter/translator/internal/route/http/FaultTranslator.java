// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.extensions.filters.common.fault.v3.FaultDelay;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.FaultAbort;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.rutter.model.virtualservice.Fault;
import io.rutter.model.virtualservice.FaultAbortError;
import io.rutter.model.virtualservice.FaultDelayDuration;
import io.rutter.translator.internal.proto.Durations;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@link Fault} to the {@code HTTPFault} of a route. Default of both percentages: no request. An
 * exponential delay and an HTTP/2 error cannot be translated and are left out. Istio document:
 * Virtual Service, {@code HTTPFaultInjection}.
 */
final class FaultTranslator {
  private FaultTranslator() {}

  static HTTPFault translate(Fault fault) {
    HTTPFault.Builder out = HTTPFault.newBuilder();
    fault.delay().flatMap(FaultTranslator::delay).ifPresent(out::setDelay);
    fault.abort().flatMap(FaultTranslator::abort).ifPresent(out::setAbort);
    return out.build();
  }

  private static Optional<FaultDelay> delay(io.rutter.model.virtualservice.FaultDelay delay) {
    return delay
        .duration()
        .filter(FaultDelayDuration.Fixed.class::isInstance)
        .map(FaultDelayDuration.Fixed.class::cast)
        .map(
            fixed ->
                FaultDelay.newBuilder()
                    .setFixedDelay(Durations.of(fixed.value()))
                    .setPercentage(
                        delay
                            .percentage()
                            .map(FractionalPercents::of)
                            .orElseGet(() -> FractionalPercents.ofWhole(delay.percent().orElse(0))))
                    .build());
  }

  private static Optional<FaultAbort> abort(io.rutter.model.virtualservice.FaultAbort abort) {
    FaultAbort.Builder out = FaultAbort.newBuilder();
    abort.percentage().map(FractionalPercents::of).ifPresent(out::setPercentage);
    return abort
        .error()
        .flatMap(
            error ->
                switch (error.kind()) {
                  case HTTP_STATUS ->
                      Optional.of(
                          out.setHttpStatus(((FaultAbortError.HttpStatus) error).value()).build());
                  case GRPC_STATUS -> {
                    OptionalInt number = ((FaultAbortError.GrpcStatus) error).number();
                    yield number.isEmpty()
                        ? Optional.empty()
                        : Optional.of(out.setGrpcStatus(number.getAsInt()).build());
                  }
                  case HTTP2_ERROR -> Optional.empty();
                });
  }
}
