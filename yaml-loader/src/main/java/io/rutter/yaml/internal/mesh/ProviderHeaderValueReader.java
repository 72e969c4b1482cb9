// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProviderHeaderValue;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link ProviderHeaderValue}: the one of its fields that is set. */
public final class ProviderHeaderValueReader {
  private ProviderHeaderValueReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<ProviderHeaderValue> read(ObjectNode in) {
    return in.oneOf("value", "envName")
        .flatMap(
            field ->
                switch (field) {
                  case "value" -> in.stringValue("value").map(ProviderHeaderValue.Literal::new);
                  default -> in.stringValue("envName").map(ProviderHeaderValue.Environment::new);
                });
  }
}
