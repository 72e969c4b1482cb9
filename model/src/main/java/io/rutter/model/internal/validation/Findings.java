// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.CharMatcher;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;

/**
 * A place in an object, with the sink for its problems.
 *
 * @param object the object
 * @param path where in the object, for example {@code spec.http[0]}
 * @param sink receives the problems
 */
public record Findings(ConfigKey object, String path, ProblemSink sink) {
  private static final CharMatcher WORD_CHARACTERS =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("_-"))
          .precomputed();

  /** The place of a field of the value here. */
  public Findings at(String field) {
    return new Findings(object, path.isEmpty() ? field : path + "." + field, sink);
  }

  /** The place of an entry of the map here, whose key may be any text. */
  public Findings entry(String key) {
    return WORD_CHARACTERS.matchesAllOf(key) && !key.isEmpty()
        ? at(key)
        : new Findings(object, path + "[\"" + key + "\"]", sink);
  }

  /** The place of an element of the list here. */
  public Findings at(int index) {
    return new Findings(object, path + "[" + index + "]", sink);
  }

  /** Reports that the value here is not one of those allowed. */
  public void invalid(String message) {
    report(Severity.ERROR, ProblemCode.INVALID_VALUE, message);
  }

  /** Reports that a value is required here. */
  public void missing(String message) {
    report(Severity.ERROR, ProblemCode.MISSING_FIELD, message);
  }

  /** Reports that the value here conflicts with others. */
  public void conflicting(String message) {
    report(Severity.ERROR, ProblemCode.CONFLICTING_FIELDS, message);
  }

  /** Reports that the object here is a duplicate. */
  public void duplicate(String message) {
    report(Severity.ERROR, ProblemCode.DUPLICATE_OBJECT, message);
  }

  /** Reports that the value here is allowed but probably not meant. */
  public void warn(ProblemCode code, String message) {
    report(Severity.WARNING, code, message);
  }

  private void report(Severity severity, ProblemCode code, String message) {
    sink.report(Problem.builder(severity, code).object(object).path(path).message(message).build());
  }
}
