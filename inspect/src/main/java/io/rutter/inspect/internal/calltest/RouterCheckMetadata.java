// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableMap;
import com.google.gson.Gson;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metadata of requests and routes in tests of {@code router_check_tool}. */
final class RouterCheckMetadata {
  private static final Gson JSON = new Gson();

  private RouterCheckMetadata() {}

  /**
   * The dynamic metadata of a test's request, merged as Envoy's filter {@code set_metadata} does.
   */
  static Metadata ofRequest(List<ImmutableMap<String, Object>> entries) {
    Metadata.Builder metadata = Metadata.newBuilder();
    for (Map<String, Object> entry : entries) {
      String namespace = text(entry, "metadata_namespace", "metadataNamespace");
      Object overwrite =
          entry.getOrDefault("allow_overwrite", entry.getOrDefault("allowOverwrite", false));
      boolean known = metadata.containsFilterMetadata(namespace);
      if (!known) {
        metadata.putFilterMetadata(namespace, struct(entry.get("value")));
      } else if (Boolean.TRUE.equals(overwrite)) {
        metadata.putFilterMetadata(
            namespace,
            metadata.getFilterMetadataOrThrow(namespace).toBuilder()
                .putAllFields(struct(entry.get("value")).getFieldsMap())
                .build());
      }
    }
    return metadata.build();
  }

  /** Compares strings in the metadata of the route. */
  static void compare(
      List<ImmutableMap<String, Object>> expected, Metadata route, Differences differences) {
    for (Map<String, Object> entry : expected) {
      String namespace = text(entry, "namespace", "namespace");
      String key = text(entry, "key", "key");
      String actual =
          route
              .getFilterMetadataOrDefault(namespace, Struct.getDefaultInstance())
              .getFieldsOrDefault(key, Value.getDefaultInstance())
              .getStringValue();
      differences.text(
          "route_metadata " + namespace + "." + key,
          Optional.of(text(entry, "value", "value")),
          Optional.of(actual));
    }
  }

  private static String text(Map<String, Object> entry, String name, String camel) {
    return entry.getOrDefault(name, entry.getOrDefault(camel, "")).toString();
  }

  private static Struct struct(@Nullable Object value) {
    Struct.Builder struct = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(JSON.toJson(value == null ? Map.of() : value), struct);
    } catch (InvalidProtocolBufferException e) {
      return Struct.getDefaultInstance();
    }
    return struct.build();
  }
}
