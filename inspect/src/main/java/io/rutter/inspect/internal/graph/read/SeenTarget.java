// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

/**
 * Where a rule sends something.
 *
 * @param cluster what Envoy calls it
 * @param host the host of the service; empty for clusters that stand for no service
 * @param subset the subset; empty for none
 * @param port the port of the service
 * @param share the share that goes there, from 0 to 1
 * @param known whether the proxy has such a cluster; else calls end with 503
 */
public record SeenTarget(
    String cluster, String host, String subset, int port, double share, boolean known) {}
