// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/** Version of the PROXY protocol. Istio reference: TrafficPolicy.ProxyProtocol.VERSION. */
public enum ProxyProtocolVersion {
  /** Version 1, which is text. */
  V1,
  /** Version 2, which is binary. */
  V2
}
