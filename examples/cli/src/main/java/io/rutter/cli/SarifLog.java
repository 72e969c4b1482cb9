// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.SourceLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Problems in OASIS SARIF 2.1.0, each code with what it means. */
final class SarifLog {
  private static final Pattern ABSOLUTE = Pattern.compile("/|[A-Za-z]:/");

  private SarifLog() {}

  static String print(List<Problem> problems) {
    List<ProblemCode> codes = problems.stream().map(Problem::code).distinct().sorted().toList();
    JsonArray results = new JsonArray();
    problems.forEach(problem -> results.add(result(problem, codes.indexOf(problem.code()))));
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "rutter");
    driver.addProperty("version", BuildVersion.read().rutter());
    JsonArray rules = new JsonArray();
    codes.forEach(code -> rules.add(rule(code)));
    driver.add("rules", rules);
    JsonObject run = new JsonObject();
    run.add("tool", object("driver", driver));
    run.addProperty("columnKind", "unicodeCodePoints");
    run.add("results", results);
    JsonObject log = new JsonObject();
    log.addProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.addProperty("version", "2.1.0");
    log.add("runs", list(run));
    return ProblemJson.text(log);
  }

  private static JsonObject rule(ProblemCode code) {
    ProblemGuide.Section section = ProblemGuide.read().section(code);
    JsonObject help = text(section.text());
    help.addProperty("markdown", section.markdown());
    JsonObject rule = new JsonObject();
    rule.addProperty("id", code.id());
    rule.add("shortDescription", text(section.summary()));
    rule.add("help", help);
    return rule;
  }

  private static JsonObject result(Problem problem, int rule) {
    String object = problem.object().map(key -> key + ": ").orElse("");
    String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", problem.code().id());
    result.addProperty("ruleIndex", rule);
    result.addProperty("level", SeverityNames.of(problem.severity()));
    result.add("message", text(object + path + problem.message()));
    JsonObject place = new JsonObject();
    problem.location().ifPresent(at -> place.add("physicalLocation", physical(at)));
    problem.object().ifPresent(key -> place.add("logicalLocations", logical(key.toString(), path)));
    if (place.size() > 0) {
      result.add("locations", list(place));
    }
    return result;
  }

  private static JsonObject physical(SourceLocation at) {
    JsonObject region = new JsonObject();
    region.addProperty("startLine", at.line());
    region.addProperty("startColumn", at.column());
    JsonObject physical = new JsonObject();
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", uri(at.file()));
    physical.add("artifactLocation", artifact);
    physical.add("region", region);
    return physical;
  }

  private static JsonArray logical(String object, String path) {
    JsonObject logical = new JsonObject();
    logical.addProperty(
        "fullyQualifiedName",
        object + (path.isEmpty() ? "" : "#" + path.substring(0, path.length() - 2)));
    return list(logical);
  }

  /** A name of a file as a URI: relative to the folder that the command ran in, unless absolute. */
  private static String uri(String file) {
    String path = ReportedFile.of(file.replace('\\', '/'));
    try {
      if (ABSOLUTE.matcher(path).lookingAt()) {
        return new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString();
      }
      // Java would take what is before a colon for a scheme; "./" says that it is none.
      String uri = new URI(null, null, "./" + path, null).toASCIIString();
      return path.contains(":") ? uri : uri.substring(2);
    } catch (URISyntaxException e) {
      return path;
    }
  }

  private static JsonObject text(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    return message;
  }

  private static JsonObject object(String name, JsonObject value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonArray list(JsonObject item) {
    JsonArray list = new JsonArray();
    list.add(item);
    return list;
  }
}
