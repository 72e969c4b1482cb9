// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.gson.JsonPrimitive;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.VisibleText;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A problem as JSON object: {@code severity}, {@code code}, {@code object}, {@code path}, {@code
 * location} with {@code file}, {@code line} and {@code column}, and {@code message}; absent values
 * are left out.
 */
public final class ProblemJson {
  private ProblemJson() {}

  /** The problem on one line. */
  public static String print(Problem problem) {
    StringJoiner fields = new StringJoiner(", ", "{", "}");
    fields.add(field("severity", problem.severity().name().toLowerCase(Locale.ROOT)));
    fields.add(field("code", problem.code().id()));
    problem.object().ifPresent(object -> fields.add(field("object", object.toString())));
    if (!problem.path().isEmpty()) {
      fields.add(field("path", problem.path()));
    }
    problem
        .location()
        .ifPresent(
            at ->
                fields.add(
                    "\"location\": {"
                        + field("file", at.file())
                        + ", \"line\": "
                        + at.line()
                        + ", \"column\": "
                        + at.column()
                        + "}"));
    fields.add(field("message", problem.message()));
    return fields.toString();
  }

  private static String field(String name, String value) {
    return string(name) + ": " + string(value);
  }

  /** A string as JSON. */
  public static String string(String text) {
    return VisibleText.inJson(new JsonPrimitive(text).toString());
  }
}
