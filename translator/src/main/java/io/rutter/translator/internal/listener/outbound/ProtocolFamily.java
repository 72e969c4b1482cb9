// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import io.rutter.model.Protocol;

/** How a listener handles a protocol. Istio document: Protocol Selection. */
enum ProtocolFamily {
  /** HTTP. */
  HTTP,
  /** TCP. */
  TCP,
  /** HTTP or TCP, by protocol detection. */
  DETECTED,
  /** No listener is made for it. */
  OTHER;

  static ProtocolFamily of(Protocol protocol) {
    return protocol.isHttp()
        ? HTTP
        : protocol.isTcp() ? TCP : protocol.isUnsupported() ? DETECTED : OTHER;
  }
}
