// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.calltest.HeaderExpectation;
import io.rutter.inspect.calltest.HeaderExpectation.Kind;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** Reads {@link HeaderExpectation}: a string, or an object with one comparison. */
final class HeaderExpectationReader {
  private HeaderExpectationReader() {}

  /** The expectations by the name of the header in lower case. */
  static ImmutableMap<String, HeaderExpectation> readAll(ObjectNode in) {
    ImmutableMap.Builder<String, HeaderExpectation> headers = ImmutableMap.builder();
    for (String name : in.names()) {
      Optional<HeaderExpectation> expected =
          in.isText(name)
              ? in.stringValue(name).map(HeaderExpectation::exact)
              : in.object(name, FieldNames.EXACT, HeaderExpectationReader::read);
      expected.ifPresent(value -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    return headers.buildKeepingLast();
  }

  private static HeaderExpectation read(ObjectNode in) {
    String kind =
        in.oneOf("exact", "prefix", "suffix", "contains", "regex", "present").orElse("present");
    if (kind.equals("present")) {
      boolean present = in.boolValue("present").orElse(true);
      return new HeaderExpectation(present ? Kind.PRESENT : Kind.ABSENT, "");
    }
    return new HeaderExpectation(
        Kind.valueOf(kind.toUpperCase(Locale.ROOT)), in.requiredString(kind));
  }
}
