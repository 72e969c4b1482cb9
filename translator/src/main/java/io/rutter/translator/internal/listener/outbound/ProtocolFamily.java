// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import io.rutter.model.Protocol;

/** How a listener treats the bytes of a protocol. Istio document: Protocol Selection. */
enum ProtocolFamily {
  /** As requests. */
  HTTP,
  /** As bytes. */
  TCP,
  /** As whichever of the two the first bytes are. */
  DETECTED,
  /** Not at all. */
  OTHER;

  static ProtocolFamily of(Protocol protocol) {
    return protocol.isHttp()
        ? HTTP
        : protocol.isTcp() ? TCP : protocol.isUnsupported() ? DETECTED : OTHER;
  }
}
