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
 * @param endpoint what an endpoint on it looks like, without port and port name
 * @param ports its ports by name, for services that name them
 * @param onlyForDns whether its address is one that only services resolved by DNS can use: a host
 *     name or a Unix socket
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
