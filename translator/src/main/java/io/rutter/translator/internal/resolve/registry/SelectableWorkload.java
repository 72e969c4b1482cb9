// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Endpoint;

/**
 * A workload instance that services may select by its labels: a pod or a WorkloadEntry.
 *
 * @param name its name, which with the namespace identifies it
 * @param namespace its namespace
 * @param endpoint a template of its endpoints, without port and port name
 * @param ports its ports by name, for named target ports
 * @param onlyForDns whether only DNS services can use its address: a host name or a Unix socket
 */
public record SelectableWorkload(
    String name,
    String namespace,
    Endpoint endpoint,
    ImmutableMap<String, Integer> ports,
    boolean onlyForDns) {
  /** An endpoint on it that serves one port of a service. */
  Endpoint serve(String servicePortName, int port) {
    return endpoint.toBuilder().servicePortName(servicePortName).port(port).build();
  }
}
