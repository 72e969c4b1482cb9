// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** How the result is written; the names are what {@code --format} takes, in lower case. */
enum OutputFormat {
  /** One JSON object. */
  JSON,
  /** The same as YAML. */
  YAML,
  /** A configuration that {@code envoy -c} runs, of one proxy. */
  BOOTSTRAP,
  /** Tables for people. */
  TABLE
}
