// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * A cluster to follow.
 *
 * @param id names it in the mesh, as {@code CLUSTER_ID} of proxies and in MeshNetworks
 * @param client speaks to its API server
 */
record Cluster(String id, KubernetesClient client) {}
