// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpBodyContent;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link HttpBodyContent}: the one of its fields that is set. */
public final class HttpBodyContentReader {
  private HttpBodyContentReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<HttpBodyContent> read(ObjectNode in) {
    return in.oneOf("string", "bytes")
        .flatMap(
            field ->
                switch (field) {
                  case "string" -> in.stringValue("string").map(HttpBodyContent.Text::new);
                  default -> in.stringValue("bytes").map(HttpBodyContent.Bytes::new);
                });
  }
}
