// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When failing endpoints are ejected for a while. Istio reference: OutlierDetection. Its presence
 * also turns on locality priorities, unless {@code enabled} of its locality setting is false;
 * success-rate ejection is always off.
 */
@AutoValue
public abstract class OutlierDetection {
  OutlierDetection() {}

  /**
   * Whether failures to reach an endpoint are counted apart from the errors it answers with.
   * Absent: false.
   */
  public abstract boolean splitExternalLocalOriginErrors();

  /**
   * Failures in a row to reach an endpoint before it is ejected; above 0 only with
   * splitExternalLocalOriginErrors. Absent: Envoy's default of 5.
   */
  public abstract OptionalLong consecutiveLocalOriginFailures();

  /**
   * Answers 502, 503 or 504, or failed connections, in a row before ejection; 0 turns this off.
   * Absent: off.
   */
  public abstract OptionalLong consecutiveGatewayErrors();

  /**
   * Answers of 5xx, or failed connections, in a row before ejection; 0 turns this off. Absent:
   * Envoy's default of 5.
   */
  public abstract OptionalLong consecutive5xxErrors();

  /** Time between two checks, in whole milliseconds, at least 1 ms. Absent: 10 s. */
  public abstract Optional<Duration> interval();

  /**
   * Time that an ejection lasts, multiplied by how often the endpoint was ejected, in whole
   * milliseconds, at least 1 ms. Absent: 30 s.
   */
  public abstract Optional<Duration> baseEjectionTime();

  /**
   * Largest percentage of endpoints that may be ejected, 0 to 100. Absent or 0: Envoy's default of
   * 10.
   */
  public abstract OptionalInt maxEjectionPercent();

  /**
   * Share of healthy endpoints, in percent, 0 to 100, below which all are used again; above 0,
   * unhealthy endpoints are not sent to the proxy. Absent: 0, so never.
   */
  public abstract OptionalInt minHealthPercent();

  /** HTTP statuses, 100 to 599, that count as errors instead of 5xx. Empty: 5xx count. */
  public abstract ImmutableList<Integer> outlierDetectionHttpErrorCodes();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OutlierDetection.Builder()
        .splitExternalLocalOriginErrors(false)
        .outlierDetectionHttpErrorCodes(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OutlierDetection}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OutlierDetection#splitExternalLocalOriginErrors()}. */
    public abstract Builder splitExternalLocalOriginErrors(boolean splitExternalLocalOriginErrors);

    /** See {@link OutlierDetection#consecutiveLocalOriginFailures()}. */
    public abstract Builder consecutiveLocalOriginFailures(long consecutiveLocalOriginFailures);

    /** See {@link OutlierDetection#consecutiveLocalOriginFailures()}; empty clears it. */
    public abstract Builder consecutiveLocalOriginFailures(
        OptionalLong consecutiveLocalOriginFailures);

    /** See {@link OutlierDetection#consecutiveGatewayErrors()}. */
    public abstract Builder consecutiveGatewayErrors(long consecutiveGatewayErrors);

    /** See {@link OutlierDetection#consecutiveGatewayErrors()}; empty clears it. */
    public abstract Builder consecutiveGatewayErrors(OptionalLong consecutiveGatewayErrors);

    /** See {@link OutlierDetection#consecutive5xxErrors()}. */
    public abstract Builder consecutive5xxErrors(long consecutive5xxErrors);

    /** See {@link OutlierDetection#consecutive5xxErrors()}; empty clears it. */
    public abstract Builder consecutive5xxErrors(OptionalLong consecutive5xxErrors);

    /** See {@link OutlierDetection#interval()}. */
    public abstract Builder interval(Duration interval);

    /** See {@link OutlierDetection#interval()}; empty clears it. */
    public abstract Builder interval(Optional<Duration> interval);

    /** See {@link OutlierDetection#baseEjectionTime()}. */
    public abstract Builder baseEjectionTime(Duration baseEjectionTime);

    /** See {@link OutlierDetection#baseEjectionTime()}; empty clears it. */
    public abstract Builder baseEjectionTime(Optional<Duration> baseEjectionTime);

    /** See {@link OutlierDetection#maxEjectionPercent()}. */
    public abstract Builder maxEjectionPercent(int maxEjectionPercent);

    /** See {@link OutlierDetection#maxEjectionPercent()}; empty clears it. */
    public abstract Builder maxEjectionPercent(OptionalInt maxEjectionPercent);

    /** See {@link OutlierDetection#minHealthPercent()}. */
    public abstract Builder minHealthPercent(int minHealthPercent);

    /** See {@link OutlierDetection#minHealthPercent()}; empty clears it. */
    public abstract Builder minHealthPercent(OptionalInt minHealthPercent);

    /** See {@link OutlierDetection#outlierDetectionHttpErrorCodes()}. */
    public abstract Builder outlierDetectionHttpErrorCodes(
        List<Integer> outlierDetectionHttpErrorCodes);

    /** See {@link OutlierDetection#outlierDetectionHttpErrorCodes()}. */
    public abstract Builder outlierDetectionHttpErrorCodes(
        Integer... outlierDetectionHttpErrorCodes);

    /** Builds the value. */
    public abstract OutlierDetection build();
  }
}
