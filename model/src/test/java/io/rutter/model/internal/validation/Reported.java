// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.ConfigKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The problems that a validator reports, as path and code. */
public final class Reported {
  private Reported() {}

  /** What a check of a spec in the namespace {@code shop} reports, in its order. */
  public static List<String> by(Consumer<Findings> check) {
    List<String> reported = new ArrayList<>();
    check.accept(
        new Findings(
            new ConfigKey("Kind", "shop", "name"),
            "spec",
            problem -> reported.add(problem.path() + ": " + problem.code().id())));
    return reported;
  }
}
