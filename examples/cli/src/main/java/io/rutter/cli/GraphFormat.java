// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** How a picture is written. */
enum GraphFormat {
  /** A picture for browsers. */
  SVG,
  /** The language of Graphviz. */
  DOT,
  /** The language of Mermaid. */
  MERMAID,
  /** For tools. */
  JSON
}
