// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints problems in one of the {@link ProblemFormat}s. */
final class ProblemPrinter {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** GitHub document: Workflow commands. */
  private static final Escaper MESSAGE =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .build();

  private static final Escaper PROPERTY =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .addEscape(':', "%3A")
          .addEscape(',', "%2C")
          .build();

  private ProblemPrinter() {}

  static void print(List<Problem> problems, ProblemFormat format, PrintWriter out) {
    switch (format) {
      case TEXT -> problems.forEach(out::println);
      case JSON -> out.println(json(problems));
      case GITHUB -> problems.forEach(problem -> out.println(command(problem)));
    }
  }

  private static String json(List<Problem> problems) {
    JsonArray all = new JsonArray();
    for (Problem problem : problems) {
      JsonObject object = new JsonObject();
      object.addProperty("severity", name(problem.severity()));
      object.addProperty("code", problem.code().id());
      problem.object().ifPresent(key -> object.addProperty("object", key.toString()));
      if (!problem.path().isEmpty()) {
        object.addProperty("path", problem.path());
      }
      problem.location().ifPresent(location -> object.add("location", location(location)));
      object.addProperty("message", problem.message());
      all.add(object);
    }
    return VisibleText.inJson(JSON.toJson(all));
  }

  /** A position as an object. */
  static JsonObject location(SourceLocation location) {
    JsonObject object = new JsonObject();
    object.addProperty("file", location.file());
    object.addProperty("line", location.line());
    object.addProperty("column", location.column());
    return object;
  }

  private static String command(Problem problem) {
    String level = problem.severity() == Severity.NOTE ? "notice" : name(problem.severity());
    String place =
        problem
            .location()
            .map(
                location ->
                    " file="
                        + PROPERTY.escape(VisibleText.of(location.file()))
                        + ",line="
                        + location.line()
                        + ",col="
                        + location.column()
                        + ",title="
                        + problem.code().id())
            .orElse(" title=" + problem.code().id());
    String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return "::" + level + place + "::" + MESSAGE.escape(VisibleText.of(path + problem.message()));
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
