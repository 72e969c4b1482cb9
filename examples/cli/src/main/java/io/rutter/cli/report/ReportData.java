// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.report;

import com.google.common.base.Ascii;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.inspect.division.CallDivisions;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.problem.VisibleText;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the script of the page shows, as JSON. */
public final class ReportData {
  private ReportData() {}

  /**
   * The data.
   *
   * @param problems the problems to show
   * @param diff what changed; absent: one mesh is shown
   * @param text the text of a file by its name, of those that can be read
   */
  public static JsonObject of(
      CompiledMesh mesh,
      SourceMap sources,
      List<Problem> problems,
      Optional<MeshDiff> diff,
      Function<String, Optional<String>> text) {
    JsonObject data = new JsonObject();
    data.add("calls", JsonParser.parseString(CallDivisions.json(mesh, sources)));
    data.add("proxies", proxies(mesh));
    JsonArray found = new JsonArray();
    problems.forEach(problem -> found.add(problem(problem)));
    data.add("problems", found);
    diff.ifPresent(changes -> data.add("diff", diff(changes)));
    data.add("sources", sources(data, text));
    return data;
  }

  private static JsonArray proxies(CompiledMesh mesh) {
    JsonArray all = new JsonArray();
    mesh.snapshot().proxies().stream()
        .sorted(Comparator.comparing(Proxy::id))
        .forEach(
            proxy -> {
              XdsResources resources = mesh.translate(proxy);
              JsonObject json = new JsonObject();
              json.addProperty("name", VisibleText.of(proxy.id()));
              json.addProperty("type", Ascii.toLowerCase(proxy.type().name()));
              json.addProperty(
                  "resources",
                  "%d listeners, %d route configurations, %d clusters, %d load assignments"
                      .formatted(
                          resources.listeners().size(),
                          resources.routes().size(),
                          resources.clusters().size(),
                          resources.endpoints().size()));
              all.add(json);
            });
    return all;
  }

  private static JsonObject problem(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("severity", Ascii.toLowerCase(problem.severity().name()));
    json.addProperty("code", problem.code().id());
    json.addProperty("message", VisibleText.of(problem.message()));
    problem.object().ifPresent(key -> json.addProperty("object", VisibleText.of(key.toString())));
    json.addProperty("path", VisibleText.of(problem.path()));
    problem.location().ifPresent(at -> location(at, json));
    return json;
  }

  private static void location(SourceLocation at, JsonObject json) {
    json.addProperty("file", at.file());
    json.addProperty("line", at.line());
    json.addProperty("column", at.column());
  }

  private static JsonObject diff(MeshDiff diff) {
    JsonObject json = new JsonObject();
    JsonArray behaviour = new JsonArray();
    diff.behaviours().forEach(one -> behaviour.add(behaviour(one)));
    json.add("behaviour", behaviour);
    JsonArray resources = new JsonArray();
    diff.resources().forEach(one -> resources.add(resource(one)));
    json.add("resources", resources);
    JsonArray findings = new JsonArray();
    diff.newFindings().forEach(one -> findings.add(finding("appears", one)));
    diff.goneFindings().forEach(one -> findings.add(finding("disappears", one)));
    json.add("findings", findings);
    return json;
  }

  private static JsonObject finding(String change, Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("change", change);
    json.addProperty("problem", VisibleText.of(problem.toString()));
    return json;
  }

  private static JsonObject behaviour(BehaviourDifference difference) {
    JsonObject json = new JsonObject();
    String conditions = String.join(", and ", difference.conditions());
    json.addProperty(
        "what",
        VisibleText.of(
            String.join(", ", difference.protocols())
                + " to "
                + String.join(", ", difference.targets())
                + (conditions.isEmpty() ? "" : " with " + conditions)
                + (difference.sampled() ? " (texts for the expression were guessed)" : "")));
    String way =
        switch (difference.direction()) {
          case OUTBOUND -> "calls that leave";
          case INBOUND -> "calls that enter";
          case GATEWAY -> "calls that come to";
        };
    json.addProperty("way", way);
    json.add("proxies", names(difference.proxies()));
    JsonArray changes = new JsonArray();
    difference.changes().forEach(change -> changes.add(VisibleText.of(change.toString())));
    json.add("changes", changes);
    json.addProperty(
        "example",
        VisibleText.of(
            difference.example().method()
                + " "
                + difference.example().host().orElse(difference.example().address())
                + difference.example().path()));
    JsonArray causes = new JsonArray();
    difference.causesAfter().forEach(cause -> causes.add(cause("now", cause)));
    difference.causesBefore().forEach(cause -> causes.add(cause("before", cause)));
    json.add("causes", causes);
    return json;
  }

  private static JsonArray names(List<String> names) {
    JsonArray all = new JsonArray();
    names.forEach(name -> all.add(VisibleText.of(name)));
    return all;
  }

  private static JsonObject cause(String when, Origin origin) {
    JsonObject json = new JsonObject();
    json.addProperty("when", when);
    json.addProperty(
        "rule",
        VisibleText.of(origin.object() + (origin.path().isEmpty() ? "" : " " + origin.path())));
    origin.location().ifPresent(at -> location(at, json));
    return json;
  }

  private static JsonObject resource(ResourceDifference difference) {
    JsonObject json = new JsonObject();
    json.addProperty(
        "what",
        VisibleText.of(
            Ascii.toLowerCase(difference.change().name())
                + ": "
                + difference.kind().id()
                + " "
                + difference.name()));
    json.add("proxies", names(difference.proxies()));
    JsonArray fields = new JsonArray();
    difference.fields().forEach(field -> fields.add(VisibleText.of(field.toString())));
    json.add("fields", fields);
    return json;
  }

  /** The files that the data name, as far as they can be read. */
  private static JsonArray sources(JsonElement data, Function<String, Optional<String>> text) {
    Set<String> names = new TreeSet<>();
    files(data, names);
    JsonArray all = new JsonArray();
    for (String name : names) {
      text.apply(name)
          .ifPresent(
              content -> {
                JsonObject json = new JsonObject();
                json.addProperty("name", name);
                JsonArray lines = new JsonArray();
                content
                    .lines()
                    .map(line -> VisibleText.of(line.replace("\t", "    ")))
                    .forEach(lines::add);
                json.add("lines", lines);
                all.add(json);
              });
    }
    return all;
  }

  private static void files(JsonElement data, Set<String> names) {
    if (data.isJsonArray()) {
      data.getAsJsonArray().forEach(one -> files(one, names));
    } else if (data.isJsonObject()) {
      for (Map.Entry<String, JsonElement> field : data.getAsJsonObject().entrySet()) {
        if (field.getKey().equals("file")) {
          names.add(field.getValue().getAsString());
        } else {
          files(field.getValue(), names);
        }
      }
    }
  }
}
