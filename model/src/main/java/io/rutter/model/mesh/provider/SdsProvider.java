// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;

/** A service that delivers certificates to gateways (Istio reference: SDSProvider). */
@AutoValue
public abstract non-sealed class SdsProvider implements ProviderKind {
  SdsProvider() {}

  /** Name that {@code sds://} credential names refer to. Required: a missing name is an error. */
  public abstract String name();

  /**
   * Host of the service, optionally as {@code namespace/host}. Required: a missing host is an
   * error.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  @Override
  public final Kind kind() {
    return Kind.SDS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_SdsProvider.Builder().name("").service("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link SdsProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link SdsProvider#name()}. */
    public abstract Builder name(String name);

    /** See {@link SdsProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link SdsProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link SdsProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** Builds the value. */
    public abstract SdsProvider build();
  }
}
