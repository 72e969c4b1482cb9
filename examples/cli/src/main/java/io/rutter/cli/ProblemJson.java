// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.util.List;

/** Problems as a list of objects in JSON. */
final class ProblemJson {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ProblemJson() {}

  static String print(List<Problem> problems) {
    JsonArray all = new JsonArray();
    for (Problem problem : problems) {
      JsonObject object = new JsonObject();
      object.addProperty("severity", SeverityNames.of(problem.severity()));
      object.addProperty("code", problem.code().id());
      problem.object().ifPresent(key -> object.addProperty("object", key.toString()));
      if (!problem.path().isEmpty()) {
        object.addProperty("path", problem.path());
      }
      problem.location().ifPresent(location -> object.add("location", location(location)));
      object.addProperty("message", problem.message());
      all.add(object);
    }
    return text(all);
  }

  /** A position as an object. */
  static JsonObject location(SourceLocation location) {
    JsonObject object = new JsonObject();
    object.addProperty("file", location.file());
    object.addProperty("line", location.line());
    object.addProperty("column", location.column());
    return object;
  }

  /** JSON on several lines, with nothing hidden in it. */
  static String text(JsonElement json) {
    return VisibleText.inJson(JSON.toJson(json));
  }
}
