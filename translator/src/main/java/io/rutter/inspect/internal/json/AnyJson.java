// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares JSON for protobuf's parser, which refuses an {@code Any} of a type that it does not
 * know: such ones become {@code xds.type.v3.TypedStruct}, which keeps their type and says nothing
 * else.
 */
final class AnyJson {
  private static final String TYPED_STRUCT = "type.googleapis.com/xds.type.v3.TypedStruct";

  /** Java package prefix by first part of the proto package. */
  private static final ImmutableMap<String, String> JAVA_PREFIX =
      ImmutableMap.of(
          "envoy", "io.envoyproxy.",
          "udpa", "com.github.",
          "xds", "com.github.",
          "google", "com.");

  private final Map<String, Optional<Descriptor>> types = new LinkedHashMap<>();

  private AnyJson() {}

  /**
   * JSON in which every {@code @type} is in the registry.
   *
   * @param json the JSON
   * @param types the registry
   */
  record Known(JsonObject json, TypeRegistry types) {}

  static Known withKnownTypes(JsonObject json) {
    AnyJson reader = new AnyJson();
    JsonObject copy = reader.object(json);
    TypeRegistry.Builder registry = TypeRegistry.newBuilder();
    reader.descriptor(TYPED_STRUCT).ifPresent(registry::add);
    reader.types.values().forEach(type -> type.ifPresent(registry::add));
    return new Known(copy, registry.build());
  }

  private JsonElement copy(JsonElement element) {
    if (element instanceof JsonArray array) {
      JsonArray copy = new JsonArray(array.size());
      array.forEach(inner -> copy.add(copy(inner)));
      return copy;
    }
    return element instanceof JsonObject object ? object(object) : element;
  }

  private JsonObject object(JsonObject object) {
    JsonElement type = object.get("@type");
    JsonObject copy = new JsonObject();
    if (type != null && type.isJsonPrimitive() && descriptor(type.getAsString()).isEmpty()) {
      copy.addProperty("@type", TYPED_STRUCT);
      copy.addProperty("typeUrl", type.getAsString());
      return copy;
    }
    object.entrySet().forEach(entry -> copy.add(entry.getKey(), copy(entry.getValue())));
    return copy;
  }

  private Optional<Descriptor> descriptor(String typeUrl) {
    return types.computeIfAbsent(typeUrl.substring(typeUrl.lastIndexOf('/') + 1), AnyJson::ofClass);
  }

  private static Optional<Descriptor> ofClass(String typeName) {
    String prefix = JAVA_PREFIX.get(typeName.substring(0, Math.max(0, typeName.indexOf('.'))));
    if (prefix == null) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(prefix + typeName, true, AnyJson.class.getClassLoader());
      return Message.class.isAssignableFrom(type)
          ? Optional.of(
              ((Message) type.getMethod("getDefaultInstance").invoke(null)).getDescriptorForType())
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
