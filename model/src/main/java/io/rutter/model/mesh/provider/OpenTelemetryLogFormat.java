// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * Format of an OpenTelemetry access log (Istio reference: EnvoyOpenTelemetryLogProvider.LogFormat).
 */
@AutoValue
public abstract class OpenTelemetryLogFormat {
  OpenTelemetryLogFormat() {}

  /** Body with command operators. Absent: the built-in text line. */
  public abstract Optional<String> text();

  /** Attributes whose values hold command operators. Absent: none. */
  public abstract ImmutableMap<String, Object> labels();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OpenTelemetryLogFormat.Builder().labels(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OpenTelemetryLogFormat}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OpenTelemetryLogFormat#text()}. */
    public abstract Builder text(String text);

    /** See {@link OpenTelemetryLogFormat#text()}; empty clears it. */
    public abstract Builder text(Optional<String> text);

    /** See {@link OpenTelemetryLogFormat#labels()}. */
    public abstract Builder labels(Map<String, Object> labels);

    /** Builds the value. */
    public abstract OpenTelemetryLogFormat build();
  }
}
