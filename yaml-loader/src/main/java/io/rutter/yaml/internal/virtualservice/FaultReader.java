// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Fault;
import io.rutter.model.virtualservice.FaultAbort;
import io.rutter.model.virtualservice.FaultAbortError;
import io.rutter.model.virtualservice.FaultDelay;
import io.rutter.model.virtualservice.FaultDelayDuration;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link Fault}. */
public final class FaultReader {
  private FaultReader() {}

  /** Istio: {@code HTTPFaultInjection}. */
  public static Fault fault(ObjectNode in) {
    Fault.Builder fault = Fault.builder();
    in.object("delay", FaultReader::faultDelay).ifPresent(fault::delay);
    in.object("abort", FaultReader::faultAbort).ifPresent(fault::abort);
    return fault.build();
  }

  /** Istio: {@code HTTPFaultInjection.Delay}. */
  private static FaultDelay faultDelay(ObjectNode in) {
    FaultDelay.Builder delay = FaultDelay.builder();
    in.int32("percent").ifPresent(delay::percent);
    faultDelayDuration(in).ifPresent(delay::duration);
    in.object("percentage", ValueReader::percent).ifPresent(delay::percentage);
    return delay.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<FaultDelayDuration> faultDelayDuration(ObjectNode in) {
    return in.oneOf("fixedDelay", "exponentialDelay")
        .flatMap(
            field ->
                switch (field) {
                  case "fixedDelay" -> in.duration("fixedDelay").map(FaultDelayDuration.Fixed::new);
                  default ->
                      in.duration("exponentialDelay").map(FaultDelayDuration.Exponential::new);
                });
  }

  /** Istio: {@code HTTPFaultInjection.Abort}. */
  private static FaultAbort faultAbort(ObjectNode in) {
    FaultAbort.Builder abort = FaultAbort.builder();
    faultAbortError(in).ifPresent(abort::error);
    in.object("percentage", ValueReader::percent).ifPresent(abort::percentage);
    return abort.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<FaultAbortError> faultAbortError(ObjectNode in) {
    return in.oneOf("httpStatus", "grpcStatus", "http2Error")
        .flatMap(
            field ->
                switch (field) {
                  case "httpStatus" ->
                      Optional.of(
                          new FaultAbortError.HttpStatus(in.int32Value("httpStatus").orElse(0)));
                  case "grpcStatus" ->
                      in.stringValue("grpcStatus").map(FaultAbortError.GrpcStatus::new);
                  default -> in.stringValue("http2Error").map(FaultAbortError.Http2Error::new);
                });
  }
}
