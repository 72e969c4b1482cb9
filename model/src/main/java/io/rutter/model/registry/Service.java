// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.builder.DerivedDefault;
import io.rutter.model.mesh.MeshDefaults;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service of the mesh, whatever platform it comes from. */
@AutoValue
public abstract class Service {
  Service() {}

  /**
   * The name that clients use, for example {@code reviews.default.svc.cluster.local}; {@code
   * *.example.com} for wildcard hosts. Default: the name that Kubernetes gives to the service of
   * this {@link #metadata()}, {@code NAME.NAMESPACE.svc.cluster.local}; empty for {@link
   * ServiceRegistry#EXTERNAL}.
   */
  public abstract String hostname();

  /** Name, namespace, labels, annotations and age of the platform's object. */
  public abstract ObjectMeta metadata();

  /**
   * The kind of the object that the service was read from, which problems name it by: {@code
   * Service} or {@code ServiceEntry}. Default: {@code Service}, for {@link
   * ServiceRegistry#EXTERNAL} {@code ServiceEntry}.
   */
  public abstract String sourceKind();

  /** Where the service comes from. Default: {@link ServiceRegistry#KUBERNETES}. */
  public abstract ServiceRegistry registry();

  /**
   * The service's own addresses, IPs or CIDRs, in declared order. Empty: none, clients reach it by
   * name only.
   */
  public abstract ImmutableList<String> addresses();

  /** Addresses that stand for the service towards proxies with DNS capture, IPv4 before IPv6. */
  public abstract ImmutableList<String> autoAllocatedAddresses();

  /** The ports, in declared order. */
  public abstract ImmutableList<ServicePort> ports();

  /** How endpoints are found. Default: {@link ServiceResolution#CLIENT_SIDE_LB}. */
  public abstract ServiceResolution resolution();

  /** Whether the service is outside of the mesh, so that its endpoints have no sidecar. */
  public abstract boolean meshExternal();

  /**
   * Namespaces that see the service; {@code *} for all, {@code ~} for none; the own namespace by
   * name. Absent: the mesh default.
   */
  public abstract Optional<ImmutableSet<String>> exportTo();

  /** Labels of the workloads behind the service. Empty: selects nothing. */
  public abstract ImmutableMap<String, String> selector();

  /** Names that the service's certificates carry. */
  public abstract ImmutableList<String> subjectAltNames();

  /** SPIFFE names of accounts that run the service beyond those of its endpoints. */
  public abstract ImmutableList<String> serviceAccounts();

  /** The host that an {@link ServiceResolution#ALIAS} stands for. */
  public abstract Optional<String> aliasOf();

  /** How near an endpoint should be. Absent: no preference. */
  public abstract Optional<TrafficDistribution> trafficDistribution();

  /**
   * Whether only endpoints on the client's own node are used ({@code internalTrafficPolicy:
   * Local}).
   */
  public abstract boolean nodeLocal();

  /**
   * The cluster that the service was read from. Default: {@link MeshDefaults#CLUSTER_ID}; empty,
   * that is of all clusters, for {@link ServiceRegistry#EXTERNAL}.
   */
  public abstract String clusterId();

  /**
   * Addresses at which other networks reach the service: of its load balancer, external IPs, or of
   * the nodes that the annotation {@code traffic.istio.io/nodeSelector} names. They count only for
   * gateways of networks. Empty: none.
   */
  public abstract ImmutableList<String> externalAddresses();

  /**
   * Node port by port, for services with the annotation {@code traffic.istio.io/nodeSelector}.
   * Empty: the ports themselves are reached at {@link #externalAddresses()}.
   */
  public abstract ImmutableMap<Integer, Integer> nodePorts();

  /**
   * The name of the service in metadata and statistics, which also decides between services of the
   * same age: the name of the platform's object, or the host if a ServiceEntry made it.
   */
  public final String name() {
    return registry() == ServiceRegistry.EXTERNAL ? hostname() : metadata().name();
  }

  /** The namespace of the object that the service was read from. */
  public final String namespace() {
    return metadata().namespace();
  }

  /**
   * A service of the platform with the name that Kubernetes gives it: {@code
   * NAME.NAMESPACE.svc.cluster.local}.
   */
  public static Service of(String namespace, String name, ServicePort... ports) {
    return builder().metadata(ObjectMeta.of(namespace, name)).ports(ports).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Service.Builder()
        .registry(ServiceRegistry.KUBERNETES)
        .addresses(ImmutableList.of())
        .autoAllocatedAddresses(ImmutableList.of())
        .ports(ImmutableList.of())
        .resolution(ServiceResolution.CLIENT_SIDE_LB)
        .meshExternal(false)
        .selector(ImmutableMap.of())
        .subjectAltNames(ImmutableList.of())
        .serviceAccounts(ImmutableList.of())
        .nodeLocal(false)
        .externalAddresses(ImmutableList.of())
        .nodePorts(ImmutableMap.of());
  }

  /**
   * A builder that starts from this value. What has its default, such as {@link #hostname()},
   * follows what it is derived from.
   */
  public final Builder toBuilder() {
    Builder builder = autoToBuilder();
    builder.defaultSourceKind.startAt(Builder.sourceKindIn(registry()));
    builder.defaultClusterId.startAt(Builder.clusterIdIn(registry()));
    builder.defaultHostname.startAt(Builder.hostnameIn(registry(), Optional.of(metadata())));
    return builder;
  }

  abstract Builder autoToBuilder();

  /** Builds a {@link Service}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    private final DerivedDefault<String> defaultSourceKind = new DerivedDefault<>();
    private final DerivedDefault<String> defaultClusterId = new DerivedDefault<>();
    private final DerivedDefault<String> defaultHostname = new DerivedDefault<>();

    Builder() {}

    /** See {@link Service#hostname()}. */
    public abstract Builder hostname(String hostname);

    /** See {@link Service#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link Service#sourceKind()}. */
    public abstract Builder sourceKind(String sourceKind);

    /** See {@link Service#registry()}. */
    public abstract Builder registry(ServiceRegistry registry);

    /** See {@link Service#addresses()}. */
    public abstract Builder addresses(List<String> addresses);

    /** See {@link Service#addresses()}. */
    public abstract Builder addresses(String... addresses);

    /** See {@link Service#autoAllocatedAddresses()}. */
    public abstract Builder autoAllocatedAddresses(List<String> autoAllocatedAddresses);

    /** See {@link Service#autoAllocatedAddresses()}. */
    public abstract Builder autoAllocatedAddresses(String... autoAllocatedAddresses);

    /** See {@link Service#ports()}. */
    public abstract Builder ports(List<ServicePort> ports);

    /** See {@link Service#ports()}. */
    public abstract Builder ports(ServicePort... ports);

    /** See {@link Service#resolution()}. */
    public abstract Builder resolution(ServiceResolution resolution);

    /** See {@link Service#meshExternal()}. */
    public abstract Builder meshExternal(boolean meshExternal);

    /** See {@link Service#exportTo()}. */
    public abstract Builder exportTo(ImmutableSet<String> exportTo);

    /** See {@link Service#exportTo()}; empty clears it. */
    public abstract Builder exportTo(Optional<ImmutableSet<String>> exportTo);

    /** See {@link Service#selector()}. */
    public abstract Builder selector(Map<String, String> selector);

    /** See {@link Service#subjectAltNames()}. */
    public abstract Builder subjectAltNames(List<String> subjectAltNames);

    /** See {@link Service#subjectAltNames()}. */
    public abstract Builder subjectAltNames(String... subjectAltNames);

    /** See {@link Service#serviceAccounts()}. */
    public abstract Builder serviceAccounts(List<String> serviceAccounts);

    /** See {@link Service#serviceAccounts()}. */
    public abstract Builder serviceAccounts(String... serviceAccounts);

    /** See {@link Service#aliasOf()}. */
    public abstract Builder aliasOf(String aliasOf);

    /** See {@link Service#aliasOf()}; empty clears it. */
    public abstract Builder aliasOf(Optional<String> aliasOf);

    /** See {@link Service#trafficDistribution()}. */
    public abstract Builder trafficDistribution(TrafficDistribution trafficDistribution);

    /** See {@link Service#trafficDistribution()}; empty clears it. */
    public abstract Builder trafficDistribution(Optional<TrafficDistribution> trafficDistribution);

    /** See {@link Service#nodeLocal()}. */
    public abstract Builder nodeLocal(boolean nodeLocal);

    /** See {@link Service#clusterId()}. */
    public abstract Builder clusterId(String clusterId);

    /** See {@link Service#externalAddresses()}. */
    public abstract Builder externalAddresses(List<String> externalAddresses);

    /** See {@link Service#externalAddresses()}. */
    public abstract Builder externalAddresses(String... externalAddresses);

    /** See {@link Service#nodePorts()}. */
    public abstract Builder nodePorts(Map<Integer, Integer> nodePorts);

    abstract Optional<ObjectMeta> metadata();

    abstract Optional<String> hostname();

    abstract Optional<String> sourceKind();

    abstract ServiceRegistry registry();

    abstract Optional<String> clusterId();

    abstract Service autoBuild();

    /** Builds the value. */
    public final Service build() {
      return sourceKind(defaultSourceKind.of(sourceKind(), () -> sourceKindIn(registry())))
          .clusterId(defaultClusterId.of(clusterId(), () -> clusterIdIn(registry())))
          .hostname(defaultHostname.of(hostname(), () -> hostnameIn(registry(), metadata())))
          .autoBuild();
    }

    private static String sourceKindIn(ServiceRegistry registry) {
      return registry == ServiceRegistry.EXTERNAL ? "ServiceEntry" : "Service";
    }

    private static String clusterIdIn(ServiceRegistry registry) {
      return registry == ServiceRegistry.EXTERNAL ? "" : MeshDefaults.CLUSTER_ID;
    }

    private static String hostnameIn(ServiceRegistry registry, Optional<ObjectMeta> metadata) {
      return metadata
          .filter(of -> registry != ServiceRegistry.EXTERNAL)
          .map(of -> MeshDefaults.serviceHostname(of.namespace(), of.name()))
          .orElse("");
    }
  }
}
