// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.check;

/**
 * A cluster that a listener or a route of a proxy names and that the proxy does not get: what is
 * sent there is answered 503, or its connection is closed; of a tracer Envoy refuses the listener.
 *
 * @param cluster its name
 * @param config the object that the route or filter chain says it was made from, as {@code
 *     IstioMetadata} writes it; empty where it says nothing
 * @param resource the name of the listener or route configuration
 * @param host the host of the virtual host; empty for filter chains
 * @param use what would have been sent there
 */
public record MissingCluster(String cluster, String config, String resource, String host, Use use) {

  /** What goes to a cluster. */
  public enum Use {
    /** Requests and connections of clients. */
    TRAFFIC,
    /** What the proxy itself sends for a listener: logs, traces, requests for secrets. */
    CALLS_OF_PROXY
  }
}
