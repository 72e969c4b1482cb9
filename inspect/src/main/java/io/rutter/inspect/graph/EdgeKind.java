// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

/** How one node leads to another. */
public enum EdgeKind {
  /** A gateway serves a host; the lines name ports and protocols. */
  SERVES,
  /**
   * Rules send requests or connections there; a line for each rule, with its condition and share.
   */
  CALLS,
  /** Rules copy requests there. */
  MIRRORS,
  /** Rules answer with that: a redirect or a direct response. */
  ANSWERS,
  /** A service has that subset, and no rule of its own leads there. */
  HAS,
  /** A workload with a Sidecar sees that service. */
  SEES,
  /** A host has that rule; in the tree of a host, in the order in which rules are tried. */
  TRIES
}
