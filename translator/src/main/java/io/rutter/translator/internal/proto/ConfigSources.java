// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import io.envoyproxy.envoy.config.core.v3.AggregatedConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;

/** Where Envoy gets resources from that other resources name. */
public final class ConfigSources {
  private static final ConfigSource ADS_CONFIG =
      ConfigSource.newBuilder()
          .setAds(AggregatedConfigSource.getDefaultInstance())
          .setResourceApiVersion(ApiVersion.V3)
          .build();

  private static final ConfigSource ADS_WITHOUT_TIMEOUT =
      ADS_CONFIG.toBuilder().setInitialFetchTimeout(Durations.ZERO).build();

  private ConfigSources() {}

  /** ADS, with Envoy's default initial fetch timeout. */
  public static ConfigSource ads() {
    return ADS_CONFIG;
  }

  /** ADS without initial fetch timeout: start-up waits for the resource. */
  public static ConfigSource adsWithoutTimeout() {
    return ADS_WITHOUT_TIMEOUT;
  }
}
