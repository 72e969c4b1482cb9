// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * A mesh of a size to be chosen, which writes itself as YAML. The same shape gives the same text.
 */
public interface MeshShape {

  /** Writes all documents, a sidecar to translate for included. */
  void write(Appendable yaml) throws IOException;

  /** The documents as one text. */
  default String text() {
    StringBuilder yaml = new StringBuilder();
    try {
      write(yaml);
    } catch (IOException e) {
      throw new IllegalStateException("a StringBuilder does not fail", e);
    }
    return yaml.toString();
  }
}
