// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.HashAlgorithm;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link HashAlgorithm}: the one of its fields that is set. */
public final class HashAlgorithmReader {
  private HashAlgorithmReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<HashAlgorithm> read(ObjectNode in) {
    return in.oneOf("ringHash", "maglev")
        .flatMap(
            field ->
                switch (field) {
                  case "ringHash" ->
                      in.object("ringHash", RingHashReader::read).map(HashAlgorithm.Ring::new);
                  default -> in.object("maglev", MaglevReader::read).map(HashAlgorithm.Table::new);
                });
  }
}
