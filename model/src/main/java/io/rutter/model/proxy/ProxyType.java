// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.proxy;

/** The role of an Envoy. */
public enum ProxyType {
  /** Runs beside a workload and handles its inbound and outbound traffic. */
  SIDECAR,
  /** Stands alone at the edge (Istio: router). */
  GATEWAY
}
