// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service that decides about requests and connections, asked by gRPC (Istio reference:
 * EnvoyExternalAuthorizationGrpcProvider). Policies with the action CUSTOM name it.
 */
@AutoValue
public abstract non-sealed class ExtAuthzGrpcProvider implements ProviderKind {
  ExtAuthzGrpcProvider() {}

  /**
   * Host of the service, optionally as {@code namespace/host}. Required: with an unknown service
   * the policies that ask the provider deny.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** How long an answer may take. Absent: 600s. */
  public abstract Optional<Duration> timeout();

  /** Whether a request or connection is let in if the service does not answer. Default: false. */
  public abstract boolean failOpen();

  /**
   * The status that a client gets if the service does not answer, a number of three digits. Absent:
   * 403.
   */
  public abstract Optional<String> statusOnError();

  /** How much of the body the service gets. Absent: nothing. */
  public abstract Optional<ExtAuthzRequestBody> includeRequestBodyInCheck();

  @Override
  public final Kind kind() {
    return Kind.EXT_AUTHZ_GRPC;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ExtAuthzGrpcProvider.Builder().service("").failOpen(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link ExtAuthzGrpcProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ExtAuthzGrpcProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link ExtAuthzGrpcProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link ExtAuthzGrpcProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link ExtAuthzGrpcProvider#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link ExtAuthzGrpcProvider#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link ExtAuthzGrpcProvider#failOpen()}. */
    public abstract Builder failOpen(boolean failOpen);

    /** See {@link ExtAuthzGrpcProvider#statusOnError()}. */
    public abstract Builder statusOnError(String statusOnError);

    /** See {@link ExtAuthzGrpcProvider#statusOnError()}; empty clears it. */
    public abstract Builder statusOnError(Optional<String> statusOnError);

    /** See {@link ExtAuthzGrpcProvider#includeRequestBodyInCheck()}. */
    public abstract Builder includeRequestBodyInCheck(
        ExtAuthzRequestBody includeRequestBodyInCheck);

    /** See {@link ExtAuthzGrpcProvider#includeRequestBodyInCheck()}; empty clears it. */
    public abstract Builder includeRequestBodyInCheck(
        Optional<ExtAuthzRequestBody> includeRequestBodyInCheck);

    /** Builds the value. */
    public abstract ExtAuthzGrpcProvider build();
  }
}
