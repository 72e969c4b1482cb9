// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.EnvoyJsonException;
import io.rutter.inspect.EnvoyResources;
import java.util.function.Supplier;

/** Reads listeners, routes and clusters from several JSON forms. */
public final class EnvoyJsonReader {
  private EnvoyJsonReader() {}

  /**
   * Reads a string.
   *
   * @param proxy the {@code NAME.NAMESPACE} of the proxy if there are several; else empty
   */
  public static EnvoyResources read(String json, String proxy) {
    JsonObject root = parse(json);
    JsonObject resources = ResourceLists.find(root, proxy);
    AnyJson.Known known = AnyJson.withKnownTypes(resources);
    return new EnvoyResources(
        list(known, "listeners", Listener::newBuilder, Listener.class),
        list(known, "routes", RouteConfiguration::newBuilder, RouteConfiguration.class),
        list(known, "clusters", Cluster::newBuilder, Cluster.class));
  }

  private static JsonObject parse(String json) {
    try {
      JsonElement root = JsonParser.parseString(json);
      if (root.isJsonObject()) {
        return root.getAsJsonObject();
      }
    } catch (JsonParseException | StackOverflowError e) {
      throw new EnvoyJsonException("not JSON: " + e.getMessage(), e);
    }
    throw new EnvoyJsonException("not a JSON object");
  }

  private static <T extends Message> ImmutableList<T> list(
      AnyJson.Known known,
      String name,
      Supplier<? extends Message.Builder> type,
      Class<T> message) {
    JsonElement found = known.json().get(name);
    if (found == null || found.isJsonNull()) {
      return ImmutableList.of();
    }
    if (!found.isJsonArray()) {
      throw new EnvoyJsonException(name + ": not a list");
    }
    ImmutableList.Builder<T> all = ImmutableList.builder();
    JsonArray elements = found.getAsJsonArray();
    for (int i = 0; i < elements.size(); i++) {
      all.add(
          message.cast(message(known.types(), name + "[" + i + "]", elements.get(i), type.get())));
    }
    return all.build();
  }

  private static Message message(
      TypeRegistry types, String path, JsonElement json, Message.Builder builder) {
    try {
      JsonFormat.parser()
          .ignoringUnknownFields()
          .usingTypeRegistry(types)
          .merge(
              ObjectForms.replaced(json, builder.getDescriptorForType(), types).toString(),
              builder);
      return builder.build();
    } catch (InvalidProtocolBufferException e) {
      throw new EnvoyJsonException(path + ": " + e.getMessage(), e);
    }
  }
}
