// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Whether a condition holds, and by what.
 *
 * @param holds whether it does
 * @param known whether the simulator can tell; what it cannot tell does not hold, and neither does
 *     its opposite
 * @param why what decided, for example {@code header :method exact "GET": "POST"}; empty for what
 *     always holds
 */
record Verdict(boolean holds, boolean known, String why) {
  static final Verdict ANYTHING = new Verdict(true, true, "");

  /** Conditions that are told of those none of which holds. */
  private static final int MOST_TOLD = 4;

  static Verdict of(boolean holds, String condition, String value) {
    return new Verdict(holds, true, condition + ": " + value);
  }

  static Verdict unknown(String why) {
    return new Verdict(false, false, why);
  }

  Verdict negated() {
    return new Verdict(known && !holds, known, "not " + (why.isEmpty() ? "anything" : why));
  }

  /** All of them: the first that does not hold decides. */
  static <T> Verdict all(List<T> parts, Function<T, Verdict> verdict) {
    StringJoiner whys = new StringJoiner(", ");
    Optional<Verdict> unknown = Optional.empty();
    for (T part : parts) {
      Verdict one = verdict.apply(part);
      if (!one.holds() && one.known()) {
        return one;
      }
      if (!one.known()) {
        unknown = unknown.or(() -> Optional.of(one));
      } else if (!one.why().isEmpty()) {
        whys.add(one.why());
      }
    }
    return unknown.orElseGet(() -> new Verdict(true, true, whys.toString()));
  }

  /** One of them: the first that holds decides. */
  static <T> Verdict any(List<T> parts, Function<T, Verdict> verdict) {
    StringJoiner whys = new StringJoiner("; ");
    int told = 0;
    boolean known = true;
    for (T part : parts) {
      Verdict one = verdict.apply(part);
      if (one.holds()) {
        return one;
      }
      known &= one.known();
      told++;
      if (told <= MOST_TOLD) {
        whys.add(one.why());
      }
    }
    if (told > MOST_TOLD) {
      whys.add("and " + (told - MOST_TOLD) + " more");
    }
    return new Verdict(
        false, known, told == 0 ? "there is nothing that it could be" : whys.toString());
  }
}
