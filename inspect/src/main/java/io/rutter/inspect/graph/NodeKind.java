// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

/** What a node stands for. */
public enum NodeKind {
  /** A Gateway; its lines are its servers. */
  GATEWAY,
  /** The workloads of a Sidecar that see less than all services. */
  CLIENT,
  /** A host that is no service: what gateways serve, or a VirtualService names. */
  HOST,
  /** A service of the mesh, or one of a ServiceEntry inside of it. */
  SERVICE,
  /** A service outside of the mesh (ServiceEntry with MESH_EXTERNAL). */
  EXTERNAL,
  /** A subset of a service (DestinationRule). */
  SUBSET,
  /** One rule of a host, in the tree of that host. */
  RULE,
  /** An answer that the proxy gives itself: a redirect to elsewhere, a direct response. */
  ANSWER,
  /** A destination that proxies are not given: calls end with 503. */
  MISSING,
  /** Services of a namespace that no rule concerns, counted and not drawn. */
  REST
}
