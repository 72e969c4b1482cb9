// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/**
 * The defaults of a mesh, for registries, readers and the translation. Istio document: Global Mesh
 * Options, and the flags of {@code pilot-discovery}.
 */
public final class MeshDefaults {
  /**
   * Cluster of workloads, services and proxies that name none: {@code Kubernetes}, which is
   * istiod's {@code CLUSTER_ID}.
   */
  public static final String CLUSTER_ID = "Kubernetes";

  /**
   * Domain that all services of the platform are named under: {@code cluster.local}, which is
   * istiod's {@code --domain}. It is no setting of the mesh.
   */
  public static final String DOMAIN_SUFFIX = "cluster.local";

  /** The {@link MeshConfig#rootNamespace() root namespace} where none is set. */
  public static final String ROOT_NAMESPACE = "istio-system";

  /** The {@link MeshConfig#trustDomain() trust domain} where none is set. */
  public static final String TRUST_DOMAIN = "cluster.local";

  /**
   * Namespace of the gateways that Kubernetes' Ingresses make. istiod has it built in, whatever the
   * root namespace is.
   */
  public static final String INGRESS_NAMESPACE = "istio-system";

  private MeshDefaults() {}

  /** The root namespace of a mesh: what is set, else {@link #ROOT_NAMESPACE}. */
  public static String rootNamespace(MeshConfig mesh) {
    return mesh.rootNamespace().orElse(ROOT_NAMESPACE);
  }

  /** The trust domain of a mesh: what is set, else {@link #TRUST_DOMAIN}. */
  public static String trustDomain(MeshConfig mesh) {
    return mesh.trustDomain().orElse(TRUST_DOMAIN);
  }

  /** Domain of the services of a namespace: {@code default.svc.cluster.local}. */
  public static String namespaceDomain(String namespace) {
    return namespace + ".svc." + DOMAIN_SUFFIX;
  }

  /** Host name of a service of the platform: {@code reviews.default.svc.cluster.local}. */
  public static String serviceHostname(String namespace, String name) {
    return name + "." + namespaceDomain(namespace);
  }
}
