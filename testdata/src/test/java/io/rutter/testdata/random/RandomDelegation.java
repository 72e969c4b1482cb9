// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** VirtualServices that name others, and those others, which are named {@code part} and such. */
final class RandomDelegation {
  private RandomDelegation() {}

  /** A rule that leaves the routes to another VirtualService. */
  static Arbitrary<Map<String, Object>> delegating() {
    return mapping(
        rarely("name", Arbitraries.of("root")),
        sometimes("match", RandomVirtualService.matches()),
        rarely("headers", RandomVirtualService.headers()),
        rarely("timeout", RandomVirtualService.duration()),
        rarely("retries", RandomVirtualService.retries()),
        rarely("fault", RandomVirtualService.fault()),
        rarely("corsPolicy", RandomVirtualService.cors()),
        always(
            "delegate",
            mapping(
                always("name", Arbitraries.of("part", "part", "part1", "gone")),
                sometimes("namespace", Arbitraries.of("default", "other")))));
  }

  /** A VirtualService without hosts. */
  static Arbitrary<Map<String, Object>> delegate() {
    return mapping(
        rarely("exportTo", Arbitraries.of(List.of("."), List.of("*"), List.of("default"))),
        always("http", RandomVirtualService.httpRoutes()));
  }
}
