// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.ContainerPort;

/**
 * What a pod says of itself.
 *
 * @param metadata name, namespace and labels
 * @param workloadName the name of what made the pod
 * @param addresses its IPs, the main one first; empty: it has none yet
 * @param nodeName the node, or empty
 * @param serviceAccountName the account, or empty
 * @param hostName the host name within the subdomain; empty without one
 * @param subDomain the subdomain, or empty
 * @param ports the ports of its containers, those of sidecar containers last
 * @param onNodeNetwork whether its addresses are those of its node
 * @param ready whether it takes traffic
 */
public record Pod(
    ObjectMeta metadata,
    String workloadName,
    ImmutableList<String> addresses,
    String nodeName,
    String serviceAccountName,
    String hostName,
    String subDomain,
    ImmutableList<ContainerPort> ports,
    boolean onNodeNetwork,
    boolean ready) {}
