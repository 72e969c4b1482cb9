// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.model.ConfigValue;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.ResourcePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what a value of the mesh shapes. */
final class UsesReport {
  private UsesReport() {}

  /** For people: proxies with the same parts are told together. */
  static String text(List<ConfigValue> values, Map<String, ImmutableList<ResourcePart>> uses) {
    StringBuilder text = new StringBuilder();
    values.forEach(value -> line(text, value.toString()));
    Map<ImmutableList<ResourcePart>, List<String>> alike = new LinkedHashMap<>();
    uses.forEach(
        (proxy, parts) -> {
          if (!parts.isEmpty()) {
            alike.computeIfAbsent(parts, of -> new ArrayList<>()).add(proxy);
          }
        });
    if (alike.isEmpty()) {
      line(text, "shapes no resource of " + (uses.size() == 1 ? "the proxy" : "any proxy"));
    }
    alike.forEach(
        (parts, proxies) -> {
          line(text, "");
          line(text, String.join(", ", proxies) + ":");
          parts.forEach(part -> line(text, "  " + text(part)));
        });
    return text.toString();
  }

  private static String text(ResourcePart part) {
    String inside = part.origin().part();
    return part.kind().id()
        + " "
        + part.name()
        + (inside.isEmpty() ? "" : " " + inside)
        + (part.origin().path().isEmpty() ? "" : "  (" + part.origin().path() + ")");
  }

  private static void line(StringBuilder text, String line) {
    text.append(VisibleText.of(line)).append('\n');
  }

  /** For programs: every proxy by itself. */
  static String json(List<ConfigValue> values, Map<String, ImmutableList<ResourcePart>> uses) {
    JsonObject all = new JsonObject();
    JsonArray at = new JsonArray();
    values.forEach(value -> at.add(value(value)));
    all.add("values", at);
    JsonObject proxies = new JsonObject();
    uses.forEach(
        (proxy, parts) -> {
          JsonArray of = new JsonArray();
          parts.forEach(part -> of.add(part(part)));
          proxies.add(proxy, of);
        });
    all.add("proxies", proxies);
    return ProblemJson.text(all);
  }

  private static JsonObject value(ConfigValue value) {
    JsonObject json = new JsonObject();
    json.addProperty("object", value.object().toString());
    json.addProperty("path", value.path());
    return json;
  }

  private static JsonObject part(ResourcePart part) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", part.kind().id());
    json.addProperty("name", part.name());
    json.addProperty("part", part.origin().part());
    json.add("from", value(part.origin().value()));
    return json;
  }
}
