// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.ServicePort;

/**
 * A Kubernetes Service, with the defaults that the API server would fill in.
 *
 * @param metadata name, namespace, labels, annotations and age
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param clusterIps its addresses; {@code None} alone: headless
 * @param externalName the host that an {@code ExternalName} stands for, or empty
 * @param ports the ports
 * @param nodePorts the node port by port
 * @param selector labels of the pods behind it
 * @param externalAddresses addresses of its load balancer, and external IPs
 * @param trafficDistribution as written, or empty
 * @param nodeLocal whether only endpoints on the client's node count
 */
public record KubernetesService(
    ObjectMeta metadata,
    String type,
    ImmutableList<String> clusterIps,
    String externalName,
    ImmutableList<ServicePort> ports,
    ImmutableMap<Integer, Integer> nodePorts,
    ImmutableMap<String, String> selector,
    ImmutableList<String> externalAddresses,
    String trafficDistribution,
    boolean nodeLocal) {}
