// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.json;

import com.google.common.collect.ImmutableSet;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.Value;
import com.google.protobuf.WrappersProto;
import com.google.protobuf.util.Durations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Durations and wrapped values written as objects, {@code {seconds: 3}} or {@code {value: 5}}:
 * Envoy accepts them besides protobuf's JSON forms.
 */
final class ObjectForms {
  private static final String DURATION = Duration.getDescriptor().getFullName();
  private static final String ANY = Any.getDescriptor().getFullName();
  private static final ImmutableSet<String> FREE_FORMS =
      ImmutableSet.of(
          Struct.getDescriptor().getFullName(),
          Value.getDescriptor().getFullName(),
          ListValue.getDescriptor().getFullName());

  private final TypeRegistry types;

  private ObjectForms(TypeRegistry types) {
    this.types = types;
  }

  /** The JSON of a message of this type, with such objects replaced by protobuf's form. */
  static JsonElement replaced(JsonElement json, Descriptor type, TypeRegistry types) {
    return new ObjectForms(types).message(json, type);
  }

  private JsonElement message(JsonElement json, Descriptor type) {
    if (!(json instanceof JsonObject object) || FREE_FORMS.contains(type.getFullName())) {
      return json;
    }
    if (type.getFullName().equals(DURATION)) {
      return duration(object).<JsonElement>map(JsonPrimitive::new).orElse(json);
    }
    if (type.getFile().equals(WrappersProto.getDescriptor())) {
      return object.size() == 1 && object.has("value") ? object.get("value") : json;
    }
    if (type.getFullName().equals(ANY)) {
      JsonElement url = object.get("@type");
      Descriptor held = url == null ? null : types.find(name(url));
      return held == null ? json : message(json, held);
    }
    return fields(object, type);
  }

  private JsonObject fields(JsonObject object, Descriptor type) {
    Map<String, FieldDescriptor> known = new LinkedHashMap<>();
    for (FieldDescriptor field : type.getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        known.put(field.getName(), field);
        known.put(field.getJsonName(), field);
      }
    }
    JsonObject copy = new JsonObject();
    object
        .entrySet()
        .forEach(
            entry -> {
              FieldDescriptor field = known.get(entry.getKey());
              copy.add(
                  entry.getKey(),
                  field == null ? entry.getValue() : field(entry.getValue(), field));
            });
    return copy;
  }

  private JsonElement field(JsonElement json, FieldDescriptor field) {
    if (field.isMapField()) {
      FieldDescriptor value = field.getMessageType().findFieldByName("value");
      if (!(json instanceof JsonObject map)
          || value.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        return json;
      }
      JsonObject copy = new JsonObject();
      map.entrySet()
          .forEach(
              entry -> copy.add(entry.getKey(), message(entry.getValue(), value.getMessageType())));
      return copy;
    }
    if (json instanceof JsonArray array) {
      JsonArray copy = new JsonArray(array.size());
      array.forEach(element -> copy.add(message(element, field.getMessageType())));
      return copy;
    }
    return message(json, field.getMessageType());
  }

  /** The duration; absent if malformed, which protobuf's parser reports. */
  private static Optional<String> duration(JsonObject object) {
    try {
      Duration.Builder duration = Duration.newBuilder();
      for (Map.Entry<String, JsonElement> part : object.entrySet()) {
        switch (part.getKey()) {
          case "seconds" -> duration.setSeconds(part.getValue().getAsLong());
          case "nanos" -> duration.setNanos(part.getValue().getAsInt());
          default -> {
            return Optional.empty();
          }
        }
      }
      return Optional.of(Durations.toString(duration.build()));
    } catch (IllegalArgumentException | UnsupportedOperationException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static String name(JsonElement url) {
    String text = url.isJsonPrimitive() ? url.getAsString() : "";
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
