// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;

/** The values of service settings (Istio reference: MeshConfig.ServiceSettings.Settings). */
@AutoValue
public abstract class ServiceSettingValues {
  ServiceSettingValues() {}

  /** Whether clients reach only endpoints of their own cluster. Default: false. */
  public abstract boolean clusterLocal();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceSettingValues.Builder().clusterLocal(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceSettingValues}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceSettingValues#clusterLocal()}. */
    public abstract Builder clusterLocal(boolean clusterLocal);

    /** Builds the value. */
    public abstract ServiceSettingValues build();
  }
}
