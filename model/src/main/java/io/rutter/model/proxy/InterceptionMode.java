// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.proxy;

/** How a sidecar gets its traffic. Istio document: ProxyConfig, {@code InboundInterceptionMode}. */
public enum InterceptionMode {
  /** By rewriting the destination with iptables. */
  REDIRECT,
  /** By iptables TPROXY, which keeps source addresses. */
  TPROXY,
  /** No interception: the proxy binds the ports itself. */
  NONE
}
