// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;

/**
 * A place in an object, with the sink for findings there.
 *
 * @param object the object
 * @param path where in it, for example {@code spec.http[0]}
 * @param problems receives the findings
 */
public record FindingPlace(ConfigKey object, String path, ProblemSink problems) {

  /** The spec of an object. */
  public static FindingPlace spec(String kind, ObjectMeta metadata, ProblemSink problems) {
    return new FindingPlace(ConfigKey.of(kind, metadata), "spec", problems);
  }

  /** The same place with another sink. */
  public FindingPlace to(ProblemSink other) {
    return new FindingPlace(object, path, other);
  }

  /** The place of a field of the value here. */
  public FindingPlace at(String field) {
    return new FindingPlace(object, path + "." + field, problems);
  }

  /** The place of an element of the list here. */
  public FindingPlace at(int index) {
    return new FindingPlace(object, path + "[" + index + "]", problems);
  }

  /** Reports that traffic fails because of the value here. */
  public void error(ProblemCode code, String message) {
    report(Severity.ERROR, code, message);
  }

  /** Reports that the value here has no effect, or another one than it seems. */
  public void warn(ProblemCode code, String message) {
    report(Severity.WARNING, code, message);
  }

  /** Reports what is worth knowing though nothing is wrong. */
  public void note(ProblemCode code, String message) {
    report(Severity.NOTE, code, message);
  }

  private void report(Severity severity, ProblemCode code, String message) {
    problems.report(
        Problem.builder(severity, code).object(object).path(path).message(message).build());
  }
}
