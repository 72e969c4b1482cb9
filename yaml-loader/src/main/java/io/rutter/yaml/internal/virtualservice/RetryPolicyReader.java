// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.RetryPolicy;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RetryPolicy} (Istio: {@code HTTPRetry}). */
public final class RetryPolicyReader {
  private RetryPolicyReader() {}

  /** Reads the fields of the object. */
  public static RetryPolicy read(ObjectNode in) {
    RetryPolicy.Builder retryPolicy = RetryPolicy.builder();
    in.int32("attempts").ifPresent(retryPolicy::attempts);
    in.duration("perTryTimeout").ifPresent(retryPolicy::perTryTimeout);
    in.string("retryOn").ifPresent(retryPolicy::retryOn);
    in.boolValue("retryRemoteLocalities").ifPresent(retryPolicy::retryRemoteLocalities);
    in.boolValue("retryIgnorePreviousHosts").ifPresent(retryPolicy::retryIgnorePreviousHosts);
    in.duration("backoff").ifPresent(retryPolicy::backoff);
    return retryPolicy.build();
  }
}
