// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages of Envoy's API by their names. The Java class of each follows from its proto package
 * and a fixed prefix, so no table of types is needed; and a type is only loaded when it occurs,
 * which keeps start-up fast.
 */
public final class MessageTypes {
  /** Java package prefix by first part of the proto package. */
  private static final ImmutableMap<String, String> JAVA_PREFIX =
      ImmutableMap.of(
          "envoy", "io.envoyproxy.",
          "udpa", "com.github.",
          "xds", "com.github.",
          "google", "com.");

  /** Types that were found: a lookup takes longer than parsing a small message. */
  private static final Map<String, Message> FOUND = new ConcurrentHashMap<>();

  private MessageTypes() {}

  /** The empty message of a type URL; absent if the type is not part of Envoy's API. */
  public static Optional<Message> prototype(String typeUrl) {
    String typeName = name(typeUrl);
    Message known = FOUND.get(typeName);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Message> found = load(typeName);
    found.ifPresent(prototype -> FOUND.put(typeName, prototype));
    return found;
  }

  private static Optional<Message> load(String typeName) {
    String prefix = JAVA_PREFIX.get(typeName.substring(0, Math.max(0, typeName.indexOf('.'))));
    if (prefix == null) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(prefix + typeName, true, MessageTypes.class.getClassLoader());
      return Message.class.isAssignableFrom(type)
          ? Optional.of((Message) type.getMethod("getDefaultInstance").invoke(null))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** The name of the type: what follows the last slash of its URL. */
  public static String name(String typeUrl) {
    return typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
  }
}
