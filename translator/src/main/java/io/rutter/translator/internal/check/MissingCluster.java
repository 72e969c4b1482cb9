// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.check;

/**
 * A cluster that a listener or a route of a proxy names and that the proxy does not get: requests
 * there are answered with 503 and connections are closed; if it is a tracer's cluster, Envoy
 * rejects the listener.
 *
 * @param cluster its name
 * @param config the object that the metadata of the route or filter chain names, as {@code
 *     IstioMetadata} writes it; empty without metadata
 * @param resource the name of the listener or route configuration
 * @param host the host of the virtual host; empty for filter chains
 * @param use what is sent to the cluster
 */
public record MissingCluster(String cluster, String config, String resource, String host, Use use) {

  /** What is sent to a cluster. */
  public enum Use {
    /** Requests and connections of clients. */
    TRAFFIC,
    /**
     * What the proxy itself sends for a listener: logs, traces, requests for secrets, keys and
     * decisions.
     */
    CALLS_OF_PROXY
  }
}
