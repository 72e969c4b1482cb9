// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ConfigKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a resource that say which object has shaped them: clusters, routes and filter chains
 * have it in {@code filter_metadata["istio"].config}, as istiod's.
 *
 * @param byPart each with its object
 */
record ShapedParts(ImmutableMap<Message, ConfigKey> byPart) {
  private static final String ISTIO = "istio";
  private static final String CONFIG = "config";
  private static final String PATH = "/apis/";

  /** The parts of a resource; none of a type that does not say it, or that cannot be read. */
  static ShapedParts of(Any resource) {
    Map<Message, ConfigKey> parts = new LinkedHashMap<>();
    try {
      if (resource.is(Cluster.class)) {
        collect(resource.unpack(Cluster.class), parts);
      } else if (resource.is(RouteConfiguration.class)) {
        collect(resource.unpack(RouteConfiguration.class), parts);
      } else if (resource.is(Listener.class)) {
        collect(resource.unpack(Listener.class), parts);
      }
    } catch (InvalidProtocolBufferException e) {
      return new ShapedParts(ImmutableMap.of());
    }
    return new ShapedParts(ImmutableMap.copyOf(parts));
  }

  private static void collect(Message message, Map<Message, ConfigKey> parts) {
    for (Object value : message.getAllFields().values()) {
      for (Object one : value instanceof List<?> list ? list : List.of(value)) {
        if (one instanceof Metadata metadata) {
          Value config =
              metadata
                  .getFilterMetadataOrDefault(ISTIO, Struct.getDefaultInstance())
                  .getFieldsOrDefault(CONFIG, Value.getDefaultInstance());
          if (config.getStringValue().startsWith(PATH)) {
            parts.put(message, key(config.getStringValue()));
          }
        } else if (one instanceof Message part && !(one instanceof Any)) {
          collect(part, parts);
        }
      }
    }
  }

  /** {@code /apis/GROUP/VERSION/namespaces/NAMESPACE/virtual-service/NAME}. */
  private static ConfigKey key(String path) {
    List<String> words = Splitter.on('/').limit(8).splitToList(path);
    return words.size() < 8
        ? new ConfigKey("", "", path)
        : new ConfigKey(
            CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, words.get(6)),
            words.get(5),
            words.get(7));
  }

  /** These without what another version of the resource has as well. */
  ShapedParts without(ShapedParts other) {
    return new ShapedParts(
        byPart.entrySet().stream()
            .filter(one -> !other.byPart.containsKey(one.getKey()))
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The objects, each once. */
  ImmutableSet<ConfigKey> objects() {
    return ImmutableSet.copyOf(byPart.values());
  }
}
