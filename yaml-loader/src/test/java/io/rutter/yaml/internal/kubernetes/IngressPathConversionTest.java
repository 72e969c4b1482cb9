// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.StringMatch;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressPathConversionTest {
  private static Optional<StringMatch> convert(String path, String type) {
    return IngressPathConversion.convert(new Ingress.Path(path, type, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"/a/*, Exact", "/a.*, Prefix", "'', Prefix"})
  void pathsOfAKnownTypeHaveNoWildcards(String path, String type) {
    StringMatch expected =
        type.equals("Exact") ? StringMatch.exact(path) : StringMatch.prefix(path);

    assertThat(convert(path, type)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"/a/*, /a", "/a.*, /a", "/a/.*, /a/", "//*, /"})
  void wildcardsAtTheEndMakePrefixes(String path, String expected) {
    assertThat(convert(path, "ImplementationSpecific")).contains(StringMatch.prefix(expected));
    assertThat(convert(path, "")).contains(StringMatch.prefix(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a*", "/*/b"})
  void otherPathsAreExact(String path) {
    assertThat(convert(path, "ImplementationSpecific")).contains(StringMatch.exact(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "/*", ".*"})
  void wildcardsAloneMatchEverything(String path) {
    assertThat(convert(path, "ImplementationSpecific")).isEmpty();
  }
}
