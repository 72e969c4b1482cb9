// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.common.ObjectMetaReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of object that a mesh is read from. */
enum ApiKind {
  VIRTUAL_SERVICE(
      "VirtualService", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  DESTINATION_RULE(
      "DestinationRule", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  SERVICE_ENTRY(
      "ServiceEntry", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  WORKLOAD_ENTRY(
      "WorkloadEntry", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  GATEWAY("Gateway", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  SIDECAR("Sidecar", Scope.NAMESPACE, "networking.istio.io", "v1", "v1beta1", "v1alpha3"),
  PEER_AUTHENTICATION("PeerAuthentication", Scope.NAMESPACE, "security.istio.io", "v1", "v1beta1"),
  PROXY("Proxy", Scope.NAMESPACE, "rutter.io", "v1"),
  MESH_CONFIG("MeshConfig", Scope.MESH, "rutter.io", "v1"),
  MESH_NETWORKS("MeshNetworks", Scope.MESH, "rutter.io", "v1"),
  SERVICE("Service", Scope.NAMESPACE, "", "v1"),
  ENDPOINT_SLICE("EndpointSlice", Scope.NAMESPACE, "discovery.k8s.io", "v1", "v1beta1"),
  POD("Pod", Scope.NAMESPACE, "", "v1"),
  INGRESS("Ingress", Scope.NAMESPACE, "networking.k8s.io", "v1"),
  INGRESS_CLASS("IngressClass", Scope.CLUSTER, "networking.k8s.io", "v1"),
  NODE("Node", Scope.CLUSTER, "", "v1"),
  NAMESPACE("Namespace", Scope.CLUSTER, "", "v1");

  /** What an object's name is unique in. */
  enum Scope {
    /** A namespace. */
    NAMESPACE {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.readNamespaced(in);
      }
    },
    /** The cluster: there is no namespace. */
    CLUSTER {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.readClusterScoped(in);
      }
    },
    /** Only one object counts, whatever its name. */
    MESH {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.readSingleton(in);
      }
    };

    /** Reads {@code metadata}. */
    abstract ObjectMeta readMetadata(ObjectNode in);
  }

  private final String kind;
  private final Scope scope;
  private final String group;
  private final ImmutableList<String> versions;

  ApiKind(String kind, Scope scope, String group, String... versions) {
    this.kind = kind;
    this.scope = scope;
    this.group = group;
    this.versions = ImmutableList.copyOf(versions);
  }

  /** The kind that a document names. */
  static Optional<ApiKind> of(String apiVersion, String kind) {
    return Arrays.stream(values())
        .filter(known -> known.kind.equals(kind) && known.apiVersions().contains(apiVersion))
        .findFirst();
  }

  /** The name as in YAML. */
  String kind() {
    return kind;
  }

  /** The API group; empty for Kubernetes' own. */
  String group() {
    return group;
  }

  /** What its names are unique in. */
  Scope scope() {
    return scope;
  }

  /** What may stand in {@code apiVersion}. */
  ImmutableList<String> apiVersions() {
    return versions.stream()
        .map(version -> group.isEmpty() ? version : group + "/" + version)
        .collect(toImmutableList());
  }

  /** The versions for a message. */
  String expected() {
    return Joiner.on(", ").join(apiVersions());
  }
}
