// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A root certificate of the mesh (Istio reference: MeshConfig.CertificateData). Only its trust
 * domains change the output.
 */
@AutoValue
public abstract class MeshCaCertificate {
  MeshCaCertificate() {}

  /**
   * Trust domains that the certificate vouches for, accepted from inbound peers. Empty: adds none.
   */
  public abstract ImmutableList<String> trustDomains();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MeshCaCertificate.Builder().trustDomains(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MeshCaCertificate}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshCaCertificate#trustDomains()}. */
    public abstract Builder trustDomains(List<String> trustDomains);

    /** See {@link MeshCaCertificate#trustDomains()}. */
    public abstract Builder trustDomains(String... trustDomains);

    /** Builds the value. */
    public abstract MeshCaCertificate build();
  }
}
