// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import io.rutter.model.Protocol;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads the {@link Protocol} of a port of Istio's kinds. */
public final class ProtocolReader {
  private ProtocolReader() {}

  /** The field {@code protocol}, in any letter case. Absent, empty or unknown: empty. */
  public static Optional<Protocol> protocol(ObjectNode in) {
    return in.named(
        "protocol",
        name -> Optional.of(Protocol.parse(name)).filter(protocol -> !protocol.isUnsupported()),
        "HTTP, HTTPS, GRPC, TLS, TCP, ...");
  }
}
