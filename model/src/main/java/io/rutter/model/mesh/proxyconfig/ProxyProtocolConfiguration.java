// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;

/**
 * Turns on the PROXY protocol by its presence (Istio reference:
 * Topology.ProxyProtocolConfiguration).
 */
@AutoValue
public abstract class ProxyProtocolConfiguration {
  ProxyProtocolConfiguration() {}

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProxyProtocolConfiguration.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProxyProtocolConfiguration}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Builds the value. */
    public abstract ProxyProtocolConfiguration build();
  }
}
