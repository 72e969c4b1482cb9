// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.Protocol;

/** Names of protocols. Istio document: Protocol Selection. */
public final class ProtocolRules {
  private ProtocolRules() {}

  /** Checks a name that may be empty, which leaves the protocol to be detected. */
  public static void checkOptional(String protocol, Findings at) {
    if (!protocol.isEmpty()) {
      checkRequired(protocol, at);
    }
  }

  /** Checks a name that must be one of those known. */
  public static void checkRequired(String protocol, Findings at) {
    if (Protocol.parse(protocol).isUnsupported()) {
      at.invalid("protocol: \"" + protocol + "\" (expected: HTTP, HTTPS, GRPC, TLS, TCP, ...)");
    }
  }
}
