// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.rutter.inspect.EnvoyJsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the lists of resources in a document: see {@code EnvoyResources.parse}. */
final class ResourceLists {
  private ResourceLists() {}

  /**
   * An object with {@code listeners}, {@code routes} and {@code clusters}, all of them optional.
   */
  static JsonObject find(JsonObject root, String proxy) {
    JsonObject proxies = object(root.get("proxies"));
    if (proxies != null) {
      return ofProxy(proxies, proxy);
    }
    JsonObject bootstrap = object(root.get("static_resources"));
    if (bootstrap == null) {
      bootstrap = object(root.get("staticResources"));
    }
    if (bootstrap != null) {
      return bootstrap;
    }
    if (root.get("configs") instanceof JsonArray configs) {
      return ofDump(configs);
    }
    if (root.has("virtual_hosts") || root.has("virtualHosts")) {
      JsonArray routes = new JsonArray();
      routes.add(root);
      JsonObject lists = new JsonObject();
      lists.add("routes", routes);
      return lists;
    }
    if (root.has("listeners") || root.has("routes") || root.has("clusters")) {
      return root;
    }
    throw new EnvoyJsonException(
        "neither a bootstrap (static_resources), nor a route configuration (virtual_hosts), nor"
            + " lists (listeners, routes, clusters), nor the output of rutter translate (proxies),"
            + " nor a config_dump (configs)");
  }

  private static JsonObject ofProxy(JsonObject proxies, String proxy) {
    if (proxy.isEmpty() && proxies.size() == 1) {
      return required(proxies.entrySet().iterator().next().getValue(), "proxies");
    }
    if (!proxies.has(proxy)) {
      throw new EnvoyJsonException(
          "proxies: "
              + (proxy.isEmpty() ? "name one" : "no proxy " + proxy)
              + " (the input has: "
              + String.join(", ", proxies.keySet())
              + ")");
    }
    return required(proxies.get(proxy), proxy);
  }

  private static JsonObject ofDump(JsonArray configs) {
    JsonObject lists = new JsonObject();
    lists.add("listeners", new JsonArray());
    lists.add("routes", new JsonArray());
    lists.add("clusters", new JsonArray());
    for (JsonElement config : configs) {
      collect(config, lists);
    }
    return lists;
  }

  /**
   * Collects resources; in a dump, they are below their state, such as {@code
   * active_state.listener}.
   */
  private static void collect(JsonElement element, JsonObject lists) {
    if (element instanceof JsonArray array) {
      array.forEach(inner -> collect(inner, lists));
    } else if (element instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        switch (entry.getKey()) {
          case "listener" -> lists.getAsJsonArray("listeners").add(entry.getValue());
          case "route_config", "routeConfig" ->
              lists.getAsJsonArray("routes").add(entry.getValue());
          case "cluster" -> lists.getAsJsonArray("clusters").add(entry.getValue());
          case "bootstrap", "warming_state", "draining_state", "error_state" -> {}
          default -> collect(entry.getValue(), lists);
        }
      }
    }
  }

  private static JsonObject required(JsonElement element, String path) {
    JsonObject object = object(element);
    if (object == null) {
      throw new EnvoyJsonException(path + ": not an object");
    }
    return object;
  }

  private static @Nullable JsonObject object(@Nullable JsonElement element) {
    return element instanceof JsonObject object ? object : null;
  }
}
