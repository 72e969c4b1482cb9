// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import io.rutter.model.StringMatch;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link StringMatch} (Istio: {@code StringMatch}); without any field: present. */
public final class StringMatchReader {
  private StringMatchReader() {}

  /** Reads the one field of the object that is set. */
  public static StringMatch read(ObjectNode in) {
    Optional<StringMatch> match =
        in.oneOf("exact", "prefix", "regex")
            .flatMap(
                field ->
                    switch (field) {
                      case "exact" -> in.stringValue("exact").map(StringMatch::exact);
                      case "prefix" -> in.stringValue("prefix").map(StringMatch::prefix);
                      default -> in.stringValue("regex").map(StringMatch::regex);
                    });
    return match.orElseGet(StringMatch::present);
  }
}
