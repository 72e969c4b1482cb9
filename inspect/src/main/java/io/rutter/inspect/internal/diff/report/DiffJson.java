// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.report;

import static java.util.Locale.ROOT;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.rutter.inspect.Call;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A difference for tools: fields have the names of {@link MeshDiff}; lists are always there. */
public final class DiffJson {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private DiffJson() {}

  /** The JSON, without a line end. */
  public static String print(MeshDiff diff) {
    JsonObject json = new JsonObject();
    json.addProperty("summary", DiffWords.summary(diff));
    json.add("behaviours", array(diff.behaviours(), DiffJson::behaviour));
    json.add("boundedTargets", texts(diff.boundedTargets()));
    json.add("addedProxies", texts(diff.addedProxies()));
    json.add("removedProxies", texts(diff.removedProxies()));
    json.add("resources", array(diff.resources(), DiffJson::resource));
    json.add("newFindings", array(diff.newFindings(), DiffJson::finding));
    json.add("goneFindings", array(diff.goneFindings(), DiffJson::finding));
    return VisibleText.inJson(JSON.toJson(json));
  }

  private static JsonElement behaviour(BehaviourDifference difference) {
    JsonObject json = new JsonObject();
    json.addProperty("direction", name(difference.direction()));
    json.add("protocols", texts(difference.protocols()));
    json.add("targets", texts(difference.targets()));
    json.add("conditions", texts(difference.conditions()));
    json.addProperty("sampled", difference.sampled());
    json.add("changes", array(difference.changes(), DiffJson::change));
    json.add("proxies", texts(difference.proxies()));
    json.add("example", call(difference.example()));
    json.add("causesBefore", array(difference.causesBefore(), DiffJson::cause));
    json.add("causesAfter", array(difference.causesAfter(), DiffJson::cause));
    return json;
  }

  private static JsonElement change(AspectDifference change) {
    JsonObject json = new JsonObject();
    json.addProperty("aspect", name(change.aspect()));
    json.addProperty("before", change.before());
    json.addProperty("after", change.after());
    return json;
  }

  private static JsonElement call(Call call) {
    JsonObject json = new JsonObject();
    json.addProperty("address", call.address());
    json.addProperty("port", call.port());
    json.addProperty("protocol", name(call.protocol()));
    json.addProperty("tls", name(call.tls()));
    text(json, "sni", call.sni());
    text(json, "peer", call.peer());
    json.addProperty("sourceAddress", call.sourceAddress());
    if (call.protocol().isHttp()) {
      json.addProperty("method", call.method());
      text(json, "host", call.host());
      json.addProperty("path", call.path());
      JsonObject headers = new JsonObject();
      call.headers()
          .asMap()
          .forEach((name, values) -> headers.add(name, texts(List.copyOf(values))));
      json.add("headers", headers);
    }
    return json;
  }

  private static JsonElement cause(Origin cause) {
    JsonObject json = new JsonObject();
    json.addProperty("object", cause.object().toString());
    json.addProperty("path", cause.path());
    cause.location().ifPresent(at -> json.add("location", location(at)));
    return json;
  }

  private static JsonElement resource(ResourceDifference difference) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", difference.kind().id());
    json.addProperty("name", difference.name());
    json.addProperty("change", name(difference.change()));
    json.add("fields", array(difference.fields(), DiffJson::field));
    json.add("proxies", texts(difference.proxies()));
    return json;
  }

  private static JsonElement field(FieldDifference field) {
    JsonObject json = new JsonObject();
    json.addProperty("path", field.path());
    text(json, "before", field.before());
    text(json, "after", field.after());
    return json;
  }

  private static JsonElement finding(Problem problem) {
    JsonObject json = new JsonObject();
    json.addProperty("severity", name(problem.severity()));
    json.addProperty("code", problem.code().id());
    text(json, "object", problem.object().map(String::valueOf));
    json.addProperty("path", problem.path());
    json.addProperty("message", problem.message());
    problem.location().ifPresent(at -> json.add("location", location(at)));
    return json;
  }

  private static JsonObject location(SourceLocation at) {
    JsonObject json = new JsonObject();
    json.addProperty("file", at.file());
    json.addProperty("line", at.line());
    json.addProperty("column", at.column());
    return json;
  }

  private static void text(JsonObject json, String name, Optional<String> value) {
    value.ifPresent(text -> json.addProperty(name, text));
  }

  private static JsonArray texts(List<String> texts) {
    return array(texts, JsonPrimitive::new);
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonElement> form) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(ROOT);
  }
}
