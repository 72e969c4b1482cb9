// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;

/**
 * When to retry, as Envoy's fields: {@code retry_on} and {@code retriable_status_codes}. Istio
 * document: Virtual Service, {@code HTTPRetry.retryOn}.
 *
 * @param retryOn conditions, separated by commas
 * @param statusCodes the HTTP status codes among the conditions
 */
public record RetryConditions(String retryOn, ImmutableList<Integer> statusCodes) {
  private static final String STATUS_CODES = "retriable-status-codes";

  /**
   * Separates registered HTTP status codes from the conditions; if there are any, the condition
   * that makes Envoy use them is added.
   */
  public static RetryConditions parse(String text) {
    ImmutableList.Builder<Integer> codes = ImmutableList.builder();
    ImmutableList.Builder<String> conditions = ImmutableList.builder();
    for (String part : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
      Integer number = Ints.tryParse(part);
      if (number != null && isRegistered(number)) {
        codes.add(number);
      } else {
        conditions.add(part);
      }
    }
    ImmutableList<Integer> statusCodes = codes.build();
    String retryOn = String.join(",", conditions.build());
    // If there are only codes, the list starts with a comma, as in Istio; Envoy skips empty items.
    return statusCodes.isEmpty() || retryOn.contains(STATUS_CODES)
        ? new RetryConditions(retryOn, statusCodes)
        : new RetryConditions(retryOn + "," + STATUS_CODES, statusCodes);
  }

  /** Whether IANA has the code in its registry, leaving out those marked unused. */
  private static boolean isRegistered(int code) {
    return isBetween(code, 100, 103)
        || isBetween(code, 200, 208)
        || code == 226
        || isBetween(code, 300, 305)
        || isBetween(code, 307, 308)
        || isBetween(code, 400, 418)
        || isBetween(code, 421, 426)
        || isBetween(code, 428, 429)
        || code == 431
        || code == 451
        || isBetween(code, 500, 508)
        || isBetween(code, 510, 511);
  }

  private static boolean isBetween(int code, int first, int last) {
    return first <= code && code <= last;
  }
}
