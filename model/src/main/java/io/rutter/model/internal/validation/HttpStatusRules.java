// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;

/** Status codes of HTTP. Document: the IANA registry of HTTP status codes. */
public final class HttpStatusRules {
  private static final ImmutableRangeSet<Integer> REGISTERED =
      ImmutableRangeSet.<Integer>builder()
          .add(Range.closed(100, 103))
          .add(Range.closed(200, 208))
          .add(Range.singleton(226))
          .add(Range.closed(300, 305))
          .add(Range.closed(307, 308))
          .add(Range.closed(400, 418))
          .add(Range.closed(421, 426))
          .add(Range.closed(428, 429))
          .add(Range.singleton(431))
          .add(Range.singleton(451))
          .add(Range.closed(500, 508))
          .add(Range.closed(510, 511))
          .build();

  private HttpStatusRules() {}

  /** Whether the code is one that has a meaning. */
  public static boolean isRegistered(int code) {
    return REGISTERED.contains(code);
  }

  /** Checks a code that a proxy answers with. */
  public static void checkAnswer(long code, Findings at) {
    if (code < 200 || code > 600) {
      at.invalid("status: " + code + " (expected: 200 to 600)");
    }
  }
}
