// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import java.util.List;
import java.util.Optional;

/**
 * Adds services to the registry, inside or outside the mesh (Istio reference: Service Entry). Each
 * host, or each pair of host and address, becomes one service.
 */
@AutoValue
public abstract class ServiceEntry {
  ServiceEntry() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Host names of the service; a leading {@code *.} is allowed, {@code *} alone is not. Required:
   * an empty list is an error, and DNS resolution without endpoints needs plain names.
   */
  public abstract ImmutableList<String> hosts();

  /**
   * Virtual IP addresses or CIDR ranges; ranges need resolution NONE or STATIC. Empty: listeners
   * use the wildcard address, or an automatically allocated one.
   */
  public abstract ImmutableList<String> addresses();

  /**
   * Ports of the service, with unique names and numbers. Empty: the service has no port, so nothing
   * is generated for it.
   */
  public abstract ImmutableList<ServiceEntryPort> ports();

  /**
   * Whether the service belongs to the mesh, which decides on automatic mutual TLS. Unset:
   * MESH_EXTERNAL.
   */
  public abstract Location location();

  /**
   * How the proxy finds the endpoint addresses. Unset: NONE, the original destination address is
   * used.
   */
  public abstract Resolution resolution();

  /**
   * Endpoints written in place; excludes {@code workloadSelector} and is not allowed with NONE or
   * DYNAMIC_DNS. Empty: endpoints come from the selector, or with DNS from the host itself.
   */
  public abstract ImmutableList<WorkloadEntry> endpoints();

  /**
   * Selects pods and WorkloadEntry objects of the same namespace as endpoints; present with no
   * labels it selects all. Absent: nothing is selected.
   */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /**
   * Namespaces that see the service: a name, {@code .} for its own, {@code *} for all, {@code ~}
   * alone for none. Empty: the mesh default {@code defaultServiceExportTo}.
   */
  public abstract ImmutableList<String> exportTo();

  /**
   * Names accepted in the server certificate when the client TLS settings list none. Empty: only
   * the identities of the endpoints count.
   */
  public abstract ImmutableList<String> subjectAltNames();

  /**
   * Addresses that a controller allocated, from the {@code status} of the object; used by proxies
   * with DNS capture when the entry has no addresses of its own. Empty: none.
   */
  public abstract ImmutableList<ServiceEntryAddress> allocatedAddresses();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEntry.Builder()
        .hosts(ImmutableList.of())
        .addresses(ImmutableList.of())
        .ports(ImmutableList.of())
        .location(Location.MESH_EXTERNAL)
        .resolution(Resolution.NONE)
        .endpoints(ImmutableList.of())
        .exportTo(ImmutableList.of())
        .subjectAltNames(ImmutableList.of())
        .allocatedAddresses(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEntry}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEntry#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link ServiceEntry#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link ServiceEntry#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** See {@link ServiceEntry#addresses()}. */
    public abstract Builder addresses(List<String> addresses);

    /** See {@link ServiceEntry#addresses()}. */
    public abstract Builder addresses(String... addresses);

    /** See {@link ServiceEntry#ports()}. */
    public abstract Builder ports(List<ServiceEntryPort> ports);

    /** See {@link ServiceEntry#ports()}. */
    public abstract Builder ports(ServiceEntryPort... ports);

    /** See {@link ServiceEntry#location()}. */
    public abstract Builder location(Location location);

    /** See {@link ServiceEntry#resolution()}. */
    public abstract Builder resolution(Resolution resolution);

    /** See {@link ServiceEntry#endpoints()}. */
    public abstract Builder endpoints(List<WorkloadEntry> endpoints);

    /** See {@link ServiceEntry#endpoints()}. */
    public abstract Builder endpoints(WorkloadEntry... endpoints);

    /** See {@link ServiceEntry#workloadSelector()}. */
    public abstract Builder workloadSelector(WorkloadSelector workloadSelector);

    /** See {@link ServiceEntry#workloadSelector()}; empty clears it. */
    public abstract Builder workloadSelector(Optional<WorkloadSelector> workloadSelector);

    /** See {@link ServiceEntry#exportTo()}. */
    public abstract Builder exportTo(List<String> exportTo);

    /** See {@link ServiceEntry#exportTo()}. */
    public abstract Builder exportTo(String... exportTo);

    /** See {@link ServiceEntry#subjectAltNames()}. */
    public abstract Builder subjectAltNames(List<String> subjectAltNames);

    /** See {@link ServiceEntry#subjectAltNames()}. */
    public abstract Builder subjectAltNames(String... subjectAltNames);

    /** See {@link ServiceEntry#allocatedAddresses()}. */
    public abstract Builder allocatedAddresses(List<ServiceEntryAddress> allocatedAddresses);

    /** See {@link ServiceEntry#allocatedAddresses()}. */
    public abstract Builder allocatedAddresses(ServiceEntryAddress... allocatedAddresses);

    /** Builds the value. */
    public abstract ServiceEntry build();
  }
}
