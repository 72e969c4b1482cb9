// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;

/**
 * Headers by which Istio proxies exchange metadata (Istio reference:
 * ProxyConfig.ProxyHeaders.MetadataExchangeHeaders). Only the filters of the Istio proxy use them.
 */
@AutoValue
public abstract class MetadataExchangeHeaders {
  MetadataExchangeHeaders() {}

  /** Which peers get the headers. Unset: UNDEFINED. */
  public abstract MetadataExchangeMode mode();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MetadataExchangeHeaders.Builder().mode(MetadataExchangeMode.UNDEFINED);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MetadataExchangeHeaders}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MetadataExchangeHeaders#mode()}. */
    public abstract Builder mode(MetadataExchangeMode mode);

    /** Builds the value. */
    public abstract MetadataExchangeHeaders build();
  }
}
