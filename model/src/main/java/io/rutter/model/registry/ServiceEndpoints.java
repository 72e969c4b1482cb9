// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** The endpoints of one service. */
@AutoValue
public abstract class ServiceEndpoints {
  ServiceEndpoints() {}

  /** Host of the service. */
  public abstract String hostname();

  /** Namespace of the service. */
  public abstract String namespace();

  /** Its endpoints, in registry order. */
  public abstract ImmutableList<Endpoint> endpoints();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEndpoints.Builder()
        .hostname("")
        .namespace("")
        .endpoints(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEndpoints}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEndpoints#hostname()}. */
    public abstract Builder hostname(String hostname);

    /** See {@link ServiceEndpoints#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** See {@link ServiceEndpoints#endpoints()}. */
    public abstract Builder endpoints(List<Endpoint> endpoints);

    /** See {@link ServiceEndpoints#endpoints()}. */
    public abstract Builder endpoints(Endpoint... endpoints);

    /** Builds the value. */
    public abstract ServiceEndpoints build();
  }
}
