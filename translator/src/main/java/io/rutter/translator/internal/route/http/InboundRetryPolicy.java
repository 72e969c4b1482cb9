// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.protobuf.UInt32Value;
import io.rutter.model.virtualservice.RetryPolicy;
import java.util.Optional;

/**
 * {@link RetryPolicy} to {@code config.route.v3.RetryPolicy} for requests to the proxy's own
 * workload. Only attempts, retryOn and backoff are used. Default: two retries when the connection
 * is reset before the request was sent. Istio document: MeshConfig, {@code
 * defaultInboundHttpRetryPolicy}.
 */
public final class InboundRetryPolicy {
  private static final RetryConditions DEFAULT_CONDITIONS =
      RetryConditions.parse("reset-before-request");
  private static final int DEFAULT_RETRIES = 2;

  private InboundRetryPolicy() {}

  /** The policy; absent where retries are turned off. */
  public static Optional<io.envoyproxy.envoy.config.route.v3.RetryPolicy> of(
      Optional<RetryPolicy> policy) {
    int attempts =
        policy.isEmpty() ? DEFAULT_RETRIES : policy.flatMap(InboundRetryPolicy::attempts).orElse(0);
    if (attempts <= 0) {
      return Optional.empty();
    }
    RetryConditions conditions =
        policy.flatMap(RetryPolicy::retryOn).map(RetryConditions::parse).orElse(DEFAULT_CONDITIONS);
    io.envoyproxy.envoy.config.route.v3.RetryPolicy.Builder out =
        io.envoyproxy.envoy.config.route.v3.RetryPolicy.newBuilder()
            .setNumRetries(UInt32Value.of(attempts))
            .setRetryOn(conditions.retryOn())
            .addAllRetriableStatusCodes(conditions.statusCodes());
    policy
        .flatMap(RetryPolicy::backoff)
        .ifPresent(backoff -> out.setRetryBackOff(RetryPolicyTranslator.backOff(backoff)));
    return Optional.of(out.build());
  }

  private static Optional<Integer> attempts(RetryPolicy policy) {
    return policy.attempts().stream().boxed().findFirst();
  }
}
