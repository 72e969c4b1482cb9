// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/**
 * Ports and hosts that gateway proxies accept traffic for (Istio reference: Gateway). Routes come
 * from virtual services that name the gateway.
 */
@AutoValue
public abstract class Gateway {
  Gateway() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Servers in order of precedence: on one port a later server that conflicts is skipped. Required:
   * an empty list is an error.
   */
  public abstract ImmutableList<GatewayServer> servers();

  /**
   * Labels a gateway proxy must carry, in any namespace. Empty: every gateway proxy is selected.
   */
  public abstract ImmutableMap<String, String> selector();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Gateway.Builder().servers(ImmutableList.of()).selector(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Gateway}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Gateway#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link Gateway#servers()}. */
    public abstract Builder servers(List<GatewayServer> servers);

    /** See {@link Gateway#servers()}. */
    public abstract Builder servers(GatewayServer... servers);

    /** See {@link Gateway#selector()}. */
    public abstract Builder selector(Map<String, String> selector);

    /** Builds the value. */
    public abstract Gateway build();
  }
}
