// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When and how often a failed request is tried again. Istio reference: HTTPRetry. The policy of a
 * rule replaces the mesh's default as a whole; MeshConfig's {@code defaultHttpRetryPolicy} has this
 * form as well.
 */
@AutoValue
public abstract class RetryPolicy {
  RetryPolicy() {}

  /**
   * Greatest number of retries after the first try, at least 0. Absent or 0: no retries, and
   * perTryTimeout, retryOn and retryRemoteLocalities are then not allowed.
   */
  public abstract OptionalInt attempts();

  /**
   * Time limit for each try, the first one included, in whole milliseconds, at least 1 ms. Absent:
   * only the rule's timeout limits a try.
   */
  public abstract Optional<Duration> perTryTimeout();

  /**
   * Conditions for a retry, separated by commas and without spaces: Envoy's HTTP and gRPC
   * conditions and HTTP status codes. Absent: {@code
   * connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes}.
   */
  public abstract Optional<String> retryOn();

  /**
   * Whether retries prefer priorities, and so localities, that were not tried yet. Absent: false.
   */
  public abstract Optional<Boolean> retryRemoteLocalities();

  /**
   * Whether retries avoid endpoints that were tried already. Absent: true, but false for a lone
   * destination with a consistent hash.
   */
  public abstract Optional<Boolean> retryIgnorePreviousHosts();

  /**
   * Base of the exponential wait between tries, in whole milliseconds, at least 1 ms. Absent:
   * Envoy's 25 ms.
   */
  public abstract Optional<Duration> backoff();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RetryPolicy.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RetryPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RetryPolicy#attempts()}. */
    public abstract Builder attempts(int attempts);

    /** See {@link RetryPolicy#attempts()}; empty clears it. */
    public abstract Builder attempts(OptionalInt attempts);

    /** See {@link RetryPolicy#perTryTimeout()}. */
    public abstract Builder perTryTimeout(Duration perTryTimeout);

    /** See {@link RetryPolicy#perTryTimeout()}; empty clears it. */
    public abstract Builder perTryTimeout(Optional<Duration> perTryTimeout);

    /** See {@link RetryPolicy#retryOn()}. */
    public abstract Builder retryOn(String retryOn);

    /** See {@link RetryPolicy#retryOn()}; empty clears it. */
    public abstract Builder retryOn(Optional<String> retryOn);

    /** See {@link RetryPolicy#retryRemoteLocalities()}. */
    public abstract Builder retryRemoteLocalities(boolean retryRemoteLocalities);

    /** See {@link RetryPolicy#retryRemoteLocalities()}; empty clears it. */
    public abstract Builder retryRemoteLocalities(Optional<Boolean> retryRemoteLocalities);

    /** See {@link RetryPolicy#retryIgnorePreviousHosts()}. */
    public abstract Builder retryIgnorePreviousHosts(boolean retryIgnorePreviousHosts);

    /** See {@link RetryPolicy#retryIgnorePreviousHosts()}; empty clears it. */
    public abstract Builder retryIgnorePreviousHosts(Optional<Boolean> retryIgnorePreviousHosts);

    /** See {@link RetryPolicy#backoff()}. */
    public abstract Builder backoff(Duration backoff);

    /** See {@link RetryPolicy#backoff()}; empty clears it. */
    public abstract Builder backoff(Optional<Duration> backoff);

    /** Builds the value. */
    public abstract RetryPolicy build();
  }
}
