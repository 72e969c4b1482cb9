// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/** Access logs to an OpenTelemetry collector (Istio reference: EnvoyOpenTelemetryLogProvider). */
@AutoValue
public abstract non-sealed class OpenTelemetryAccessLogProvider implements ProviderKind {
  OpenTelemetryAccessLogProvider() {}

  /**
   * Host of the collector, optionally as {@code namespace/host}. Required: an unknown service means
   * no log.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** Name of the log. Absent: {@code otel_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** Body and attributes of an entry. Absent: the built-in text line as body. */
  public abstract Optional<OpenTelemetryLogFormat> logFormat();

  @Override
  public final Kind kind() {
    return Kind.OPEN_TELEMETRY_ACCESS_LOG;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OpenTelemetryAccessLogProvider.Builder().service("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OpenTelemetryAccessLogProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OpenTelemetryAccessLogProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link OpenTelemetryAccessLogProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link OpenTelemetryAccessLogProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link OpenTelemetryAccessLogProvider#logName()}. */
    public abstract Builder logName(String logName);

    /** See {@link OpenTelemetryAccessLogProvider#logName()}; empty clears it. */
    public abstract Builder logName(Optional<String> logName);

    /** See {@link OpenTelemetryAccessLogProvider#logFormat()}. */
    public abstract Builder logFormat(OpenTelemetryLogFormat logFormat);

    /** See {@link OpenTelemetryAccessLogProvider#logFormat()}; empty clears it. */
    public abstract Builder logFormat(Optional<OpenTelemetryLogFormat> logFormat);

    /** Builds the value. */
    public abstract OpenTelemetryAccessLogProvider build();
  }
}
