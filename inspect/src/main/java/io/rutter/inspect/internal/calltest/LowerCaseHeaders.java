// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;

/** Headers with names in lower case, as Envoy keeps them. */
final class LowerCaseHeaders {
  private LowerCaseHeaders() {}

  static String name(String name) {
    return name.toLowerCase(ROOT);
  }

  static ImmutableListMultimap<String, String> names(ListMultimap<String, String> headers) {
    ImmutableListMultimap.Builder<String, String> lower = ImmutableListMultimap.builder();
    headers.entries().forEach(header -> lower.put(name(header.getKey()), header.getValue()));
    return lower.build();
  }
}
