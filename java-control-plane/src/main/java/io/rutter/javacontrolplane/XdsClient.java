// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * The client of one stream. All values come from the client: who prints them must escape them. Only
 * the names of its certificate are proven.
 *
 * @param nodeId the id of its node, as it says; empty until its first request
 * @param address where it is, for example {@code /127.0.0.1:40000}
 * @param certificateNames the DNS names and URIs of the certificate that it has shown, for example
 *     {@code spiffe://cluster.local/ns/default/sa/reviews}; none without TLS
 */
public record XdsClient(String nodeId, String address, ImmutableSet<String> certificateNames) {
  /** A client without a certificate. */
  public XdsClient(String nodeId, String address) {
    this(nodeId, address, ImmutableSet.of());
  }

  /**
   * The {@code NAME.NAMESPACE} of the {@link io.rutter.model.proxy.Proxy} that it is: the third
   * part of Istio's form of node ids, {@code sidecar~ADDRESS~NAME.NAMESPACE~DOMAIN}; any other id
   * as it is.
   */
  public String proxyId() {
    return proxyId(nodeId);
  }

  static String proxyId(String nodeId) {
    List<String> parts = Splitter.on('~').splitToList(nodeId);
    return parts.size() == 4 ? parts.get(2) : nodeId;
  }
}
