// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/**
 * A gateway through which one network reaches another.
 *
 * @param network the network that it leads into
 * @param cluster the cluster that it is in, or empty
 * @param address its IP address, or a name that Envoy resolves
 * @param port its port for mutual TLS; 0 if it has none
 */
public record EastWestGateway(String network, String cluster, String address, int port) {
  /** By address, then by port; further components only make the order total. */
  public static final Comparator<EastWestGateway> BY_ADDRESS =
      comparing(EastWestGateway::address)
          .thenComparing(EastWestGateway::port)
          .thenComparing(EastWestGateway::network)
          .thenComparing(EastWestGateway::cluster);
}
