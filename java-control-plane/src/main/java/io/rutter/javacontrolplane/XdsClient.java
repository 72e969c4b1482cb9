// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * The client of one stream. Both values come from the client: who prints them must escape them.
 *
 * @param nodeId the id of its node, as it says; empty until its first request
 * @param address where it is, for example {@code /127.0.0.1:40000}
 */
public record XdsClient(String nodeId, String address) {
  /**
   * The {@code NAME.NAMESPACE} of the {@link io.rutter.model.proxy.Proxy} that it is: the third
   * part of Istio's form of node ids, {@code sidecar~ADDRESS~NAME.NAMESPACE~DOMAIN}; any other id
   * as it is.
   */
  public String proxyId() {
    List<String> parts = Splitter.on('~').splitToList(nodeId);
    return parts.size() == 4 ? parts.get(2) : nodeId;
  }
}
