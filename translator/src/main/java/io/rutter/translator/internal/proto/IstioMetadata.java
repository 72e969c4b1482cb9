// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.common.base.CaseFormat;
import com.google.protobuf.Struct;
import com.google.protobuf.util.Structs;
import com.google.protobuf.util.Values;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.model.ConfigKey;

/**
 * The metadata that Istio's tooling reads from {@code filter_metadata["istio"]} of clusters, routes
 * and chains: which configuration object shaped the resource and which services it stands for.
 */
public final class IstioMetadata {
  /** The key of Istio's metadata. */
  public static final String KEY = "istio";

  private IstioMetadata() {}

  /** Names the object that shaped a resource. */
  public static Metadata config(ConfigKey object) {
    return of(Structs.of("config", Values.of(configPath(object))));
  }

  /** Metadata with just these fields. */
  public static Metadata of(Struct fields) {
    return Metadata.newBuilder().putFilterMetadata(KEY, fields).build();
  }

  /** {@code /apis/networking.istio.io/v1/namespaces/default/destination-rule/reviews}. */
  public static String configPath(ConfigKey object) {
    return "/apis/networking.istio.io/v1/namespaces/"
        + object.namespace()
        + "/"
        + hyphenated(object.kind())
        + "/"
        + object.name();
  }

  /** The kind with hyphens; the most frequent kinds are constants. */
  private static String hyphenated(String kind) {
    return switch (kind) {
      case "VirtualService" -> "virtual-service";
      case "DestinationRule" -> "destination-rule";
      default -> CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, kind);
    };
  }
}
