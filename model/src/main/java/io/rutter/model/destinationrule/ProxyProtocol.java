// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;

/**
 * PROXY protocol header that tells the endpoint who the client is. Istio reference:
 * TrafficPolicy.ProxyProtocol.
 */
@AutoValue
public abstract class ProxyProtocol {
  ProxyProtocol() {}

  /** Version of the header. Absent: version 1. */
  public abstract ProxyProtocolVersion version();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProxyProtocol.Builder().version(ProxyProtocolVersion.V1);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProxyProtocol}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProxyProtocol#version()}. */
    public abstract Builder version(ProxyProtocolVersion version);

    /** Builds the value. */
    public abstract ProxyProtocol build();
  }
}
