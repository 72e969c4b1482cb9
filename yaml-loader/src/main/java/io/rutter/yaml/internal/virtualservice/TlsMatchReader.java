// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TlsMatch} (Istio: {@code TLSMatchAttributes}). */
public final class TlsMatchReader {
  private TlsMatchReader() {}

  /** Reads the fields of the object. */
  public static TlsMatch read(ObjectNode in) {
    TlsMatch.Builder tlsMatch = TlsMatch.builder();
    tlsMatch.sniHosts(in.strings("sniHosts"));
    tlsMatch.destinationSubnets(in.strings("destinationSubnets"));
    in.port("port").ifPresent(tlsMatch::port);
    tlsMatch.sourceLabels(in.stringMap("sourceLabels"));
    tlsMatch.gateways(in.strings("gateways"));
    in.string("sourceNamespace").ifPresent(tlsMatch::sourceNamespace);
    return tlsMatch.build();
  }
}
