// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HttpStatusRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.Fault;
import io.rutter.model.virtualservice.FaultAbort;
import io.rutter.model.virtualservice.FaultAbortError;
import io.rutter.model.virtualservice.FaultDelay;
import io.rutter.model.virtualservice.FaultDelayDuration;

/** Checks a {@link Fault}. */
final class FaultValidator {
  private FaultValidator() {}

  static void validate(Fault fault, Findings at) {
    if (fault.delay().isEmpty() && fault.abort().isEmpty()) {
      at.missing("no fault (expected: delay or abort)");
    }
    fault.delay().ifPresent(delay -> validateDelay(delay, at.at("delay")));
    fault.abort().ifPresent(abort -> validateAbort(abort, at.at("abort")));
  }

  private static void validateDelay(FaultDelay delay, Findings at) {
    int percent = delay.percent().orElse(0);
    if (percent < 0 || percent > 100) {
      at.at("percent").invalid("percent: " + percent + " (expected: 0 to 100)");
    }
    delay.percentage().ifPresent(p -> ValueRules.checkPercent(p, at.at("percentage")));
    if (delay.duration().isEmpty()) {
      at.warn(ProblemCode.MISSING_FIELD, "no delay happens (expected: fixedDelay)");
      return;
    }
    switch (delay.duration().get().kind()) {
      case FIXED ->
          ValueRules.checkDuration(
              ((FaultDelayDuration.Fixed) delay.duration().get()).value(), at.at("fixedDelay"));
      case EXPONENTIAL ->
          at.at("exponentialDelay")
              .invalid("exponentialDelay is not supported (expected: fixedDelay)");
    }
  }

  private static void validateAbort(FaultAbort abort, Findings at) {
    abort.percentage().ifPresent(p -> ValueRules.checkPercent(p, at.at("percentage")));
    if (abort.error().isEmpty()) {
      at.warn(ProblemCode.MISSING_FIELD, "no error (expected: httpStatus or grpcStatus)");
      return;
    }
    FaultAbortError error = abort.error().get();
    switch (error.kind()) {
      case HTTP_STATUS ->
          HttpStatusRules.checkAnswer(
              ((FaultAbortError.HttpStatus) error).value(), at.at("httpStatus"));
      case GRPC_STATUS -> {
        FaultAbortError.GrpcStatus status = (FaultAbortError.GrpcStatus) error;
        if (status.number().isEmpty()) {
          at.at("grpcStatus")
              .invalid(
                  "status: \""
                      + status.value()
                      + "\" (expected: a gRPC status such as UNAVAILABLE)");
        }
      }
      case HTTP2_ERROR ->
          at.at("http2Error").invalid("http2Error is not supported (expected: httpStatus)");
    }
  }
}
