// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.model.ConfigKey;
import java.util.List;

/**
 * Reads the configuration object that Istio's metadata names: {@code
 * /apis/networking.istio.io/v1/namespaces/default/virtual-service/reviews}.
 */
public final class ConfigPaths {
  private ConfigPaths() {}

  public static ImmutableList<ConfigKey> of(Metadata metadata) {
    Struct istio = metadata.getFilterMetadataOrDefault("istio", Struct.getDefaultInstance());
    if (!istio.containsFields("config")) {
      return ImmutableList.of();
    }
    List<String> parts =
        Splitter.on('/').splitToList(istio.getFieldsOrThrow("config").getStringValue());
    int at = parts.indexOf("namespaces");
    return at < 0 || parts.size() < at + 4
        ? ImmutableList.of()
        : ImmutableList.of(
            new ConfigKey(
                CaseFormat.LOWER_HYPHEN.to(CaseFormat.UPPER_CAMEL, parts.get(at + 2)),
                parts.get(at + 1),
                parts.get(at + 3)));
  }
}
