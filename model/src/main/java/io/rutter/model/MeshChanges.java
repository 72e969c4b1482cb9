// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import com.google.common.base.Joiner;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.snapshot.MeshList;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
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
 * How a {@link MeshSnapshot} is changed, object by object. All other objects stay the very same,
 * and so do all other lists; a change that changes nothing gives the very same mesh. An object
 * comes to the place of the one that it replaces, and a new one to the end of its list.
 */
abstract class MeshChanges {
  MeshChanges() {}

  private MeshSnapshot mesh() {
    return (MeshSnapshot) this;
  }

  /** This mesh with the service, in place of one of its name and cluster, if there is one. */
  public final MeshSnapshot with(Service service) {
    return MeshList.SERVICES.with(mesh(), service);
  }

  /** This mesh with these endpoints of a service, in place of all that it has. */
  public final MeshSnapshot with(ServiceEndpoints endpoints) {
    return MeshList.ENDPOINTS.with(mesh(), endpoints);
  }

  /** This mesh with the workload, in place of one of its name, if there is one. */
  public final MeshSnapshot with(Workload workload) {
    return MeshList.WORKLOADS.with(mesh(), workload);
  }

  /** This mesh with what is known of a namespace, in place of one of its name, if there is one. */
  public final MeshSnapshot with(NamespaceInfo namespace) {
    return MeshList.NAMESPACES.with(mesh(), namespace);
  }

  /** This mesh with the VirtualService, in place of one of its name, if there is one. */
  public final MeshSnapshot with(VirtualService virtualService) {
    return MeshList.VIRTUAL_SERVICES.with(mesh(), virtualService);
  }

  /** This mesh with the DestinationRule, in place of one of its name, if there is one. */
  public final MeshSnapshot with(DestinationRule destinationRule) {
    return MeshList.DESTINATION_RULES.with(mesh(), destinationRule);
  }

  /** This mesh with the ServiceEntry, in place of one of its name, if there is one. */
  public final MeshSnapshot with(ServiceEntry serviceEntry) {
    return MeshList.SERVICE_ENTRIES.with(mesh(), serviceEntry);
  }

  /** This mesh with the WorkloadEntry, in place of one of its name, if there is one. */
  public final MeshSnapshot with(WorkloadEntryResource workloadEntry) {
    return MeshList.WORKLOAD_ENTRIES.with(mesh(), workloadEntry);
  }

  /** This mesh with the Gateway, in place of one of its name, if there is one. */
  public final MeshSnapshot with(Gateway gateway) {
    return MeshList.GATEWAYS.with(mesh(), gateway);
  }

  /** This mesh with the Sidecar, in place of one of its name, if there is one. */
  public final MeshSnapshot with(Sidecar sidecar) {
    return MeshList.SIDECARS.with(mesh(), sidecar);
  }

  /** This mesh with the PeerAuthentication, in place of one of its name, if there is one. */
  public final MeshSnapshot with(PeerAuthentication peerAuthentication) {
    return MeshList.PEER_AUTHENTICATIONS.with(mesh(), peerAuthentication);
  }

  /** This mesh with the AuthorizationPolicy, in place of one of its name, if there is one. */
  public final MeshSnapshot with(AuthorizationPolicy authorizationPolicy) {
    return MeshList.AUTHORIZATION_POLICIES.with(mesh(), authorizationPolicy);
  }

  /** This mesh with the RequestAuthentication, in place of one of its name, if there is one. */
  public final MeshSnapshot with(RequestAuthentication requestAuthentication) {
    return MeshList.REQUEST_AUTHENTICATIONS.with(mesh(), requestAuthentication);
  }

  /** This mesh with the KeySet, in place of one of its name, if there is one. */
  public final MeshSnapshot with(KeySet keySet) {
    return MeshList.KEY_SETS.with(mesh(), keySet);
  }

  /** This mesh with the proxy, in place of one of its name, if there is one. */
  public final MeshSnapshot with(Proxy proxy) {
    return MeshList.PROXIES.with(mesh(), proxy);
  }

  /**
   * This mesh with these endpoints of a service, in place of all that it has. One that does not
   * name its port serves the only one, see {@link ServiceEndpoints#of(Service, Endpoint...)}.
   */
  public final MeshSnapshot withEndpoints(Service service, List<Endpoint> endpoints) {
    return with(ServiceEndpoints.of(service, endpoints));
  }

  /** The same as {@link #withEndpoints(Service, List)}. */
  public final MeshSnapshot withEndpoints(Service service, Endpoint... endpoints) {
    return with(ServiceEndpoints.of(service, endpoints));
  }

  /**
   * This mesh without the object of that kind, namespace and name, if there is one.
   *
   * <p>Kinds are named as problems name them: those of Istio; {@code Service}, in all clusters,
   * whose endpoints stay; {@code ServiceEndpoints} with the host as name; {@code Workload}, {@code
   * Proxy} and {@code Secret}; {@code Namespace} with an empty namespace.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public final MeshSnapshot without(ConfigKey object) {
    return MeshList.ALL.stream()
        .filter(list -> list.kind().equals(object.kind()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind: "
                        + object.kind()
                        + " (expected: one of "
                        + Joiner.on(", ").join(MeshList.ALL.stream().map(MeshList::kind).iterator())
                        + ")"))
        .without(mesh(), object);
  }

  /**
   * This mesh, made of the very objects of another one wherever that has equal ones of the same
   * name. {@code CompiledMesh.with} does it with the mesh that it has, so that a mesh that is read
   * or built as a whole again costs no more than its changes.
   */
  public final MeshSnapshot reusing(MeshSnapshot other) {
    MeshSnapshot.Builder reused = mesh().toBuilder();
    if (mesh().meshConfig().equals(other.meshConfig())) {
      reused.meshConfig(other.meshConfig());
    }
    if (mesh().meshNetworks().equals(other.meshNetworks())) {
      reused.meshNetworks(other.meshNetworks());
    }
    MeshList.ALL.forEach(list -> list.reuse(mesh(), other, reused));
    return reused.build();
  }
}
