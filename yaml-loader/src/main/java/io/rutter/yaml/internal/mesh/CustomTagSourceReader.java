// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.CustomTagSource;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link CustomTagSource}: the one of its fields that is set. */
public final class CustomTagSourceReader {
  private CustomTagSourceReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<CustomTagSource> read(ObjectNode in) {
    return in.oneOf("literal", "environment", "header")
        .flatMap(
            field ->
                switch (field) {
                  case "literal" ->
                      in.object("literal", LiteralTagReader::read)
                          .map(CustomTagSource.Literal::new);
                  case "environment" ->
                      in.object("environment", EnvironmentTagReader::read)
                          .map(CustomTagSource.Environment::new);
                  default ->
                      in.object("header", RequestHeaderTagReader::read)
                          .map(CustomTagSource.Header::new);
                });
  }
}
