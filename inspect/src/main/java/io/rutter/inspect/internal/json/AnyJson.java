// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import io.rutter.translator.internal.proto.MessageTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares JSON for protobuf's parser, which rejects an {@code Any} of an unknown type: these
 * become {@code xds.type.v3.TypedStruct}, which keeps only their type.
 */
final class AnyJson {
  private static final String TYPED_STRUCT = "type.googleapis.com/xds.type.v3.TypedStruct";

  private final Map<String, Optional<Descriptor>> types = new LinkedHashMap<>();

  private AnyJson() {}

  /**
   * JSON whose {@code @type}s are all in the registry.
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
    return types.computeIfAbsent(
        MessageTypes.name(typeUrl),
        name -> MessageTypes.prototype(name).map(Message::getDescriptorForType));
  }
}
