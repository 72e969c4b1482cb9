// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

/** Ends the composing of a document that has too many nodes; never leaves this package. */
final class TooManyNodesException extends RuntimeException {
  TooManyNodesException() {
    super("too many nodes", null, false, false);
  }
}
