// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.re2j.Pattern;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which problems are meant: {@code CODE} or {@code CODE=Kind/namespace/name}, where {@code *}
 * stands for any characters.
 */
final class ProblemPattern {
  private static final String ANY = "*";

  /** The ids of all codes. */
  private static final ImmutableList<String> CODES =
      Arrays.stream(ProblemCode.values())
          .map(ProblemCode::id)
          .collect(ImmutableList.toImmutableList());

  private final String text;
  private final Pattern code;
  private final Optional<Pattern> object;

  private ProblemPattern(String text, Pattern code, Optional<Pattern> object) {
    this.text = text;
    this.code = code;
    this.object = object;
  }

  /** The pattern of a text, which has a code that {@link #expectedCode} does not refuse. */
  static ProblemPattern parse(String text) {
    List<String> parts = Splitter.on('=').limit(2).splitToList(text);
    return new ProblemPattern(
        text,
        glob(parts.get(0)),
        parts.size() > 1 ? Optional.of(glob(parts.get(1))) : Optional.empty());
  }

  /** What should stand in place of a code that means nothing, which would go unnoticed. */
  static Optional<String> expectedCode(String text) {
    String code = Splitter.on('=').limit(2).splitToList(text).get(0);
    if (CODES.stream().anyMatch(glob(code)::matches)) {
      return Optional.empty();
    }
    return Optional.of(
        code.contains(ANY) ? "a code, see rutter codes" : Suggestions.of(code, CODES));
  }

  /** Whether it means this problem. */
  boolean matches(Problem problem) {
    return code.matcher(problem.code().id()).matches()
        && object
            .map(
                pattern ->
                    problem
                        .object()
                        .filter(key -> pattern.matcher(key.toString()).matches())
                        .isPresent())
            .orElse(true);
  }

  @Override
  public String toString() {
    return text;
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        Splitter.on('*').splitToStream(text).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
