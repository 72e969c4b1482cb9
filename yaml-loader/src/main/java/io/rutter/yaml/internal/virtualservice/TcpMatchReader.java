// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TcpMatch} (Istio: {@code L4MatchAttributes}). */
public final class TcpMatchReader {
  private TcpMatchReader() {}

  /** Reads the fields of the object. */
  public static TcpMatch read(ObjectNode in) {
    TcpMatch.Builder tcpMatch = TcpMatch.builder();
    tcpMatch.destinationSubnets(in.strings("destinationSubnets"));
    in.port("port").ifPresent(tcpMatch::port);
    tcpMatch.sourceLabels(in.stringMap("sourceLabels"));
    tcpMatch.gateways(in.strings("gateways"));
    in.string("sourceNamespace").ifPresent(tcpMatch::sourceNamespace);
    in.ignore("istiod does not implement matching on the source address", "sourceSubnet");
    return tcpMatch.build();
  }
}
