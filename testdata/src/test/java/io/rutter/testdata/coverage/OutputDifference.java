// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** Where two translations differ, as paths without list positions. */
final class OutputDifference {
  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.of(
          "clusters", "Cluster",
          "endpoints", "ClusterLoadAssignment",
          "listeners", "Listener",
          "routes", "RouteConfiguration");

  private final Set<String> paths = new TreeSet<>();

  private OutputDifference() {}

  /**
   * The paths that differ, each starting with the name of the innermost message that names its
   * type.
   */
  static Set<String> between(JsonElement before, JsonElement after) {
    OutputDifference difference = new OutputDifference();
    Set<String> kinds = new TreeSet<>(before.getAsJsonObject().keySet());
    kinds.addAll(after.getAsJsonObject().keySet());
    for (String kind : kinds) {
      JsonObject left = resources(before, kind);
      JsonObject right = resources(after, kind);
      Set<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      for (String name : names) {
        String type = TYPES.getOrDefault(kind, kind);
        if (left.has(name) && right.has(name)) {
          difference.compare(type, left.get(name), right.get(name));
        } else {
          difference.paths.add(type);
        }
      }
    }
    return difference.paths;
  }

  private static JsonObject resources(JsonElement translation, String kind) {
    JsonElement resources = translation.getAsJsonObject().get(kind);
    return resources == null ? new JsonObject() : resources.getAsJsonObject();
  }

  private void compare(String path, JsonElement before, JsonElement after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof JsonObject left && after instanceof JsonObject right) {
      compareObjects(typed(path, left), left, right);
    } else if (before instanceof JsonArray left
        && after instanceof JsonArray right
        && left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        compare(path, left.get(i), right.get(i));
      }
    } else if (before.isJsonNull() && after instanceof JsonObject added) {
      leaves(typed(path, added), added);
    } else if (after.isJsonNull() && before instanceof JsonObject removed) {
      leaves(typed(path, removed), removed);
    } else {
      paths.add(path);
    }
  }

  private void leaves(String path, JsonObject object) {
    if (object.size() == 0 || path.chars().filter(c -> c == '.').count() > 3) {
      paths.add(path);
      return;
    }
    object.keySet().stream()
        .filter(key -> !key.equals("@type"))
        .forEach(key -> paths.add(path + "." + key));
  }

  private void compareObjects(String path, JsonObject left, JsonObject right) {
    Set<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (String key : keys) {
      compare(
          path.isEmpty() ? key : path + "." + key,
          left.has(key) ? left.get(key) : JsonNull.INSTANCE,
          right.has(key) ? right.get(key) : JsonNull.INSTANCE);
    }
  }

  private static String typed(String path, JsonObject object) {
    if (object.has("@type")) {
      String name = object.get("@type").getAsString();
      return name.substring(name.lastIndexOf('.') + 1);
    }
    return path;
  }
}
