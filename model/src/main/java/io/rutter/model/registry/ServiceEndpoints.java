// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
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

  /**
   * The endpoints of that service. One that does not name the port that it serves ({@link
   * Endpoint#servicePortName()}) serves the only port, where the service has but one.
   */
  public static ServiceEndpoints of(Service service, Endpoint... endpoints) {
    return of(service, Arrays.asList(endpoints));
  }

  /** The endpoints of that service, see {@link #of(Service, Endpoint...)}. */
  public static ServiceEndpoints of(Service service, List<Endpoint> endpoints) {
    return builder()
        .hostname(service.hostname())
        .namespace(service.namespace())
        .endpoints(endpoints.stream().map(endpoint -> withPort(service, endpoint)).toList())
        .build();
  }

  private static Endpoint withPort(Service service, Endpoint endpoint) {
    return endpoint.servicePortName().isEmpty() && service.ports().size() == 1
        ? endpoint.toBuilder().servicePortName(service.ports().get(0).name()).build()
        : endpoint;
  }

  /** A builder without endpoints. */
  public static Builder builder() {
    return new AutoValue_ServiceEndpoints.Builder().endpoints(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEndpoints}; required: {@code hostname}, {@code namespace}. */
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
