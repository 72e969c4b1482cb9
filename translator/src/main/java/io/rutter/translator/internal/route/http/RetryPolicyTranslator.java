// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryBackOff;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryHostPredicate;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryPriority;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.rutter.model.virtualservice.RetryPolicy;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Durations;
import java.util.Optional;

/**
 * {@link RetryPolicy} to {@code config.route.v3.RetryPolicy} for outbound requests. Defaults: two
 * retries for failures that happen before the service sees the request, each on a host that was not
 * tried before; attempts 0 means none. Istio document: Virtual Service, {@code HTTPRetry}.
 */
final class RetryPolicyTranslator {
  /**
   * Bytes, because nearly every route has these conditions and a string would be encoded for each
   * anew.
   */
  private static final ByteString DEFAULT_CONDITIONS =
      ByteString.copyFromUtf8(
          "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes");

  private static final int DEFAULT_RETRIES = 2;
  private static final int HOST_SELECTION_ATTEMPTS = 5;

  private static final RetryHostPredicate OTHER_HOSTS =
      RetryHostPredicate.newBuilder()
          .setNameBytes(ByteString.copyFromUtf8("envoy.retry_host_predicates.previous_hosts"))
          .setTypedConfig(Anys.pack(PreviousHostsPredicate.getDefaultInstance()))
          .build();

  private static final RetryPriority OTHER_PRIORITIES =
      RetryPriority.newBuilder()
          .setName("envoy.retry_priorities.previous_priorities")
          .setTypedConfig(
              Anys.pack(PreviousPrioritiesConfig.newBuilder().setUpdateFrequency(2).build()))
          .build();

  /** The default policies, with consistent hashing and without. */
  private static final io.envoyproxy.envoy.config.route.v3.RetryPolicy DEFAULT_HASHED =
      defaults().build();

  private static final io.envoyproxy.envoy.config.route.v3.RetryPolicy DEFAULT =
      defaults().addRetryHostPredicate(OTHER_HOSTS).build();

  private RetryPolicyTranslator() {}

  /**
   * The policy; absent where retries are turned off.
   *
   * @param policy the policy of the rule, else of the mesh
   * @param hashed whether the only destination uses consistent hashing, so that another host is no
   *     help
   */
  static Optional<io.envoyproxy.envoy.config.route.v3.RetryPolicy> translate(
      Optional<RetryPolicy> policy, boolean hashed) {
    if (policy.isEmpty()) {
      return Optional.of(hashed ? DEFAULT_HASHED : DEFAULT);
    }
    io.envoyproxy.envoy.config.route.v3.RetryPolicy.Builder out = defaults();
    if (policy.flatMap(RetryPolicy::retryIgnorePreviousHosts).orElse(!hashed)) {
      out.addRetryHostPredicate(OTHER_HOSTS);
    }
    int attempts = policy.get().attempts().orElse(0);
    if (attempts <= 0) {
      return Optional.empty();
    }
    out.setNumRetries(UInt32Value.of(attempts));
    declared(policy.get(), out);
    return Optional.of(out.build());
  }

  private static io.envoyproxy.envoy.config.route.v3.RetryPolicy.Builder defaults() {
    return io.envoyproxy.envoy.config.route.v3.RetryPolicy.newBuilder()
        .setNumRetries(UInt32Value.of(DEFAULT_RETRIES))
        .setRetryOnBytes(DEFAULT_CONDITIONS)
        .setHostSelectionRetryMaxAttempts(HOST_SELECTION_ATTEMPTS);
  }

  private static void declared(
      RetryPolicy policy, io.envoyproxy.envoy.config.route.v3.RetryPolicy.Builder out) {
    policy
        .retryOn()
        .map(RetryConditions::parse)
        .ifPresent(
            conditions ->
                out.setRetryOn(conditions.retryOn())
                    .addAllRetriableStatusCodes(conditions.statusCodes()));
    policy.perTryTimeout().map(Durations::of).ifPresent(out::setPerTryTimeout);
    if (policy.retryRemoteLocalities().orElse(false)) {
      out.setRetryPriority(OTHER_PRIORITIES);
    }
    policy.backoff().ifPresent(backoff -> out.setRetryBackOff(backOff(backoff)));
  }

  static RetryBackOff backOff(java.time.Duration base) {
    return RetryBackOff.newBuilder().setBaseInterval(Durations.of(base)).build();
  }
}
