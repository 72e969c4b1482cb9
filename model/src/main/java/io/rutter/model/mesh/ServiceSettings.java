// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** Settings for services by host (Istio reference: MeshConfig.ServiceSettings). */
@AutoValue
public abstract class ServiceSettings {
  ServiceSettings() {}

  /** The settings. Absent: all defaults. */
  public abstract Optional<ServiceSettingValues> settings();

  /** Hosts it applies to; a leading {@code *.} is allowed. Empty: none. */
  public abstract ImmutableList<String> hosts();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceSettings.Builder().hosts(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceSettings}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceSettings#settings()}. */
    public abstract Builder settings(ServiceSettingValues settings);

    /** See {@link ServiceSettings#settings()}; empty clears it. */
    public abstract Builder settings(Optional<ServiceSettingValues> settings);

    /** See {@link ServiceSettings#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link ServiceSettings#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** Builds the value. */
    public abstract ServiceSettings build();
  }
}
