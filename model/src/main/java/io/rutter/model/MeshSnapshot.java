// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;

/**
 * Everything a translation reads, at one moment: registry, configuration and settings of the mesh.
 * Immutable, and safe for use by many threads. The order within each list has no influence on the
 * result, but the first of two objects with the same kind, namespace and name counts.
 *
 * <p>A control plane changes its mesh object by object with {@code with...} and {@link #without};
 * {@code CompiledMesh.with} then only redoes what the change affects.
 *
 * <p>A builder accepts any values; {@link
 * io.rutter.model.validation.Validator#validate(MeshSnapshot)} finds the problems. Translation
 * validates as well, and skips objects with errors.
 */
@AutoValue
public abstract class MeshSnapshot extends MeshChanges {
  MeshSnapshot() {}

  /** Settings of the mesh; unset ones have Istio's defaults. */
  public abstract MeshConfig meshConfig();

  /** Networks and their gateways. */
  public abstract MeshNetworks meshNetworks();

  /** Services of the platform. ServiceEntries are listed apart. */
  public abstract ImmutableList<Service> services();

  /** Endpoints of the platform's services. */
  public abstract ImmutableList<ServiceEndpoints> endpoints();

  /** Workload instances of the platform. */
  public abstract ImmutableList<Workload> workloads();

  /** The namespaces of the platform. */
  public abstract ImmutableList<NamespaceInfo> namespaces();

  /** VirtualServices, those made from Ingress included. */
  public abstract ImmutableList<VirtualService> virtualServices();

  /** DestinationRules. */
  public abstract ImmutableList<DestinationRule> destinationRules();

  /** ServiceEntries. */
  public abstract ImmutableList<ServiceEntry> serviceEntries();

  /** WorkloadEntries. */
  public abstract ImmutableList<WorkloadEntryResource> workloadEntries();

  /** Gateways, those made from Ingress included. */
  public abstract ImmutableList<Gateway> gateways();

  /** Sidecars. */
  public abstract ImmutableList<Sidecar> sidecars();

  /** PeerAuthentications. */
  public abstract ImmutableList<PeerAuthentication> peerAuthentications();

  /** AuthorizationPolicies. */
  public abstract ImmutableList<AuthorizationPolicy> authorizationPolicies();

  /** RequestAuthentications. */
  public abstract ImmutableList<RequestAuthentication> requestAuthentications();

  /** Keys of RequestAuthentications that do not have them themselves. */
  public abstract ImmutableList<KeySet> keySets();

  /**
   * Names of the Secrets that are known to exist, for analysis only; what is in them is not read.
   * Empty: nothing is known of Secrets.
   */
  public abstract ImmutableList<ConfigKey> secrets();

  /**
   * Objects of the input that are not translated, for analysis only: it does not report as missing
   * what one of them may be. Default: none.
   */
  public abstract ImmutableList<InactiveObject> inactiveObjects();

  /** The proxies that the input names. */
  public abstract ImmutableList<Proxy> proxies();

  /** A builder of an empty mesh with Istio's default settings. */
  public static Builder builder() {
    return new AutoValue_MeshSnapshot.Builder()
        .meshConfig(MeshConfig.builder().build())
        .meshNetworks(MeshNetworks.builder().build())
        .services(ImmutableList.of())
        .endpoints(ImmutableList.of())
        .workloads(ImmutableList.of())
        .namespaces(ImmutableList.of())
        .virtualServices(ImmutableList.of())
        .destinationRules(ImmutableList.of())
        .serviceEntries(ImmutableList.of())
        .workloadEntries(ImmutableList.of())
        .gateways(ImmutableList.of())
        .sidecars(ImmutableList.of())
        .peerAuthentications(ImmutableList.of())
        .authorizationPolicies(ImmutableList.of())
        .requestAuthentications(ImmutableList.of())
        .keySets(ImmutableList.of())
        .secrets(ImmutableList.of())
        .inactiveObjects(ImmutableList.of())
        .proxies(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /**
   * Builds a {@link MeshSnapshot}. What adds one object copies the list: to fill a large one, set
   * it.
   */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshSnapshot#meshConfig()}. */
    public abstract Builder meshConfig(MeshConfig meshConfig);

    /** See {@link MeshSnapshot#meshNetworks()}. */
    public abstract Builder meshNetworks(MeshNetworks meshNetworks);

    /** See {@link MeshSnapshot#services()}. */
    public abstract Builder services(List<Service> services);

    /** See {@link MeshSnapshot#services()}. */
    public abstract Builder services(Service... services);

    /** Adds one to {@link MeshSnapshot#services()}. */
    @CanIgnoreReturnValue
    public final Builder addService(Service service) {
      return services(and(services(), service));
    }

    abstract ImmutableList<Service> services();

    /** See {@link MeshSnapshot#endpoints()}. */
    public abstract Builder endpoints(List<ServiceEndpoints> endpoints);

    /** See {@link MeshSnapshot#endpoints()}. */
    public abstract Builder endpoints(ServiceEndpoints... endpoints);

    /** Adds one to {@link MeshSnapshot#endpoints()}. */
    @CanIgnoreReturnValue
    public final Builder addEndpoints(ServiceEndpoints endpoints) {
      return endpoints(and(endpoints(), endpoints));
    }

    abstract ImmutableList<ServiceEndpoints> endpoints();

    /** See {@link MeshSnapshot#workloads()}. */
    public abstract Builder workloads(List<Workload> workloads);

    /** See {@link MeshSnapshot#workloads()}. */
    public abstract Builder workloads(Workload... workloads);

    /** Adds one to {@link MeshSnapshot#workloads()}. */
    @CanIgnoreReturnValue
    public final Builder addWorkload(Workload workload) {
      return workloads(and(workloads(), workload));
    }

    abstract ImmutableList<Workload> workloads();

    /** See {@link MeshSnapshot#namespaces()}. */
    public abstract Builder namespaces(List<NamespaceInfo> namespaces);

    /** See {@link MeshSnapshot#namespaces()}. */
    public abstract Builder namespaces(NamespaceInfo... namespaces);

    /** Adds one to {@link MeshSnapshot#namespaces()}. */
    @CanIgnoreReturnValue
    public final Builder addNamespace(NamespaceInfo namespace) {
      return namespaces(and(namespaces(), namespace));
    }

    abstract ImmutableList<NamespaceInfo> namespaces();

    /** See {@link MeshSnapshot#virtualServices()}. */
    public abstract Builder virtualServices(List<VirtualService> virtualServices);

    /** See {@link MeshSnapshot#virtualServices()}. */
    public abstract Builder virtualServices(VirtualService... virtualServices);

    /** Adds one to {@link MeshSnapshot#virtualServices()}. */
    @CanIgnoreReturnValue
    public final Builder addVirtualService(VirtualService virtualService) {
      return virtualServices(and(virtualServices(), virtualService));
    }

    abstract ImmutableList<VirtualService> virtualServices();

    /** See {@link MeshSnapshot#destinationRules()}. */
    public abstract Builder destinationRules(List<DestinationRule> destinationRules);

    /** See {@link MeshSnapshot#destinationRules()}. */
    public abstract Builder destinationRules(DestinationRule... destinationRules);

    /** Adds one to {@link MeshSnapshot#destinationRules()}. */
    @CanIgnoreReturnValue
    public final Builder addDestinationRule(DestinationRule destinationRule) {
      return destinationRules(and(destinationRules(), destinationRule));
    }

    abstract ImmutableList<DestinationRule> destinationRules();

    /** See {@link MeshSnapshot#serviceEntries()}. */
    public abstract Builder serviceEntries(List<ServiceEntry> serviceEntries);

    /** See {@link MeshSnapshot#serviceEntries()}. */
    public abstract Builder serviceEntries(ServiceEntry... serviceEntries);

    /** Adds one to {@link MeshSnapshot#serviceEntries()}. */
    @CanIgnoreReturnValue
    public final Builder addServiceEntry(ServiceEntry serviceEntry) {
      return serviceEntries(and(serviceEntries(), serviceEntry));
    }

    abstract ImmutableList<ServiceEntry> serviceEntries();

    /** See {@link MeshSnapshot#workloadEntries()}. */
    public abstract Builder workloadEntries(List<WorkloadEntryResource> workloadEntries);

    /** See {@link MeshSnapshot#workloadEntries()}. */
    public abstract Builder workloadEntries(WorkloadEntryResource... workloadEntries);

    /** Adds one to {@link MeshSnapshot#workloadEntries()}. */
    @CanIgnoreReturnValue
    public final Builder addWorkloadEntry(WorkloadEntryResource workloadEntry) {
      return workloadEntries(and(workloadEntries(), workloadEntry));
    }

    abstract ImmutableList<WorkloadEntryResource> workloadEntries();

    /** See {@link MeshSnapshot#gateways()}. */
    public abstract Builder gateways(List<Gateway> gateways);

    /** See {@link MeshSnapshot#gateways()}. */
    public abstract Builder gateways(Gateway... gateways);

    /** Adds one to {@link MeshSnapshot#gateways()}. */
    @CanIgnoreReturnValue
    public final Builder addGateway(Gateway gateway) {
      return gateways(and(gateways(), gateway));
    }

    abstract ImmutableList<Gateway> gateways();

    /** See {@link MeshSnapshot#sidecars()}. */
    public abstract Builder sidecars(List<Sidecar> sidecars);

    /** See {@link MeshSnapshot#sidecars()}. */
    public abstract Builder sidecars(Sidecar... sidecars);

    /** Adds one to {@link MeshSnapshot#sidecars()}. */
    @CanIgnoreReturnValue
    public final Builder addSidecar(Sidecar sidecar) {
      return sidecars(and(sidecars(), sidecar));
    }

    abstract ImmutableList<Sidecar> sidecars();

    /** See {@link MeshSnapshot#peerAuthentications()}. */
    public abstract Builder peerAuthentications(List<PeerAuthentication> peerAuthentications);

    /** See {@link MeshSnapshot#peerAuthentications()}. */
    public abstract Builder peerAuthentications(PeerAuthentication... peerAuthentications);

    /** Adds one to {@link MeshSnapshot#peerAuthentications()}. */
    @CanIgnoreReturnValue
    public final Builder addPeerAuthentication(PeerAuthentication peerAuthentication) {
      return peerAuthentications(and(peerAuthentications(), peerAuthentication));
    }

    abstract ImmutableList<PeerAuthentication> peerAuthentications();

    /** See {@link MeshSnapshot#authorizationPolicies()}. */
    public abstract Builder authorizationPolicies(List<AuthorizationPolicy> authorizationPolicies);

    /** See {@link MeshSnapshot#authorizationPolicies()}. */
    public abstract Builder authorizationPolicies(AuthorizationPolicy... authorizationPolicies);

    /** Adds one to {@link MeshSnapshot#authorizationPolicies()}. */
    @CanIgnoreReturnValue
    public final Builder addAuthorizationPolicy(AuthorizationPolicy authorizationPolicy) {
      return authorizationPolicies(and(authorizationPolicies(), authorizationPolicy));
    }

    abstract ImmutableList<AuthorizationPolicy> authorizationPolicies();

    /** See {@link MeshSnapshot#requestAuthentications()}. */
    public abstract Builder requestAuthentications(
        List<RequestAuthentication> requestAuthentications);

    /** See {@link MeshSnapshot#requestAuthentications()}. */
    public abstract Builder requestAuthentications(RequestAuthentication... requestAuthentications);

    /** Adds one to {@link MeshSnapshot#requestAuthentications()}. */
    @CanIgnoreReturnValue
    public final Builder addRequestAuthentication(RequestAuthentication requestAuthentication) {
      return requestAuthentications(and(requestAuthentications(), requestAuthentication));
    }

    abstract ImmutableList<RequestAuthentication> requestAuthentications();

    /** See {@link MeshSnapshot#keySets()}. */
    public abstract Builder keySets(List<KeySet> keySets);

    /** See {@link MeshSnapshot#keySets()}. */
    public abstract Builder keySets(KeySet... keySets);

    /** Adds one to {@link MeshSnapshot#keySets()}. */
    @CanIgnoreReturnValue
    public final Builder addKeySet(KeySet keySet) {
      return keySets(and(keySets(), keySet));
    }

    abstract ImmutableList<KeySet> keySets();

    /** See {@link MeshSnapshot#secrets()}. */
    public abstract Builder secrets(List<ConfigKey> secrets);

    /** See {@link MeshSnapshot#secrets()}. */
    public abstract Builder secrets(ConfigKey... secrets);

    /** Adds one to {@link MeshSnapshot#secrets()}. */
    @CanIgnoreReturnValue
    public final Builder addSecret(ConfigKey secret) {
      return secrets(and(secrets(), secret));
    }

    abstract ImmutableList<ConfigKey> secrets();

    /** See {@link MeshSnapshot#inactiveObjects()}. */
    public abstract Builder inactiveObjects(List<InactiveObject> inactiveObjects);

    /** Adds one to {@link MeshSnapshot#inactiveObjects()}. */
    @CanIgnoreReturnValue
    public final Builder addInactiveObject(InactiveObject object) {
      return inactiveObjects(and(inactiveObjects(), object));
    }

    abstract ImmutableList<InactiveObject> inactiveObjects();

    /** See {@link MeshSnapshot#proxies()}. */
    public abstract Builder proxies(List<Proxy> proxies);

    /** See {@link MeshSnapshot#proxies()}. */
    public abstract Builder proxies(Proxy... proxies);

    /** Adds one to {@link MeshSnapshot#proxies()}. */
    @CanIgnoreReturnValue
    public final Builder addProxy(Proxy proxy) {
      return proxies(and(proxies(), proxy));
    }

    abstract ImmutableList<Proxy> proxies();

    private static <T> ImmutableList<T> and(ImmutableList<T> list, T last) {
      return ImmutableList.<T>builderWithExpectedSize(list.size() + 1)
          .addAll(list)
          .add(last)
          .build();
    }

    /** Builds the value. */
    public abstract MeshSnapshot build();
  }
}
