// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Ascii;
import io.rutter.model.problem.Severity;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/** The severities as people write them. */
final class SeverityNames implements Iterable<String> {
  /** What a message says is expected. */
  static final String EXPECTED = "error, warning or note";

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Severity.values()).map(SeverityNames::of).iterator();
  }

  /** The severity of that name, in upper or lower case. */
  static Optional<Severity> find(String name) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equals(Ascii.toUpperCase(name)))
        .findFirst();
  }

  /** The name. */
  static String of(Severity severity) {
    return Ascii.toLowerCase(severity.name());
  }
}
