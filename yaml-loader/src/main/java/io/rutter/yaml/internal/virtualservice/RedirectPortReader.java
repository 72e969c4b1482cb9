// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.RedirectPort;
import io.rutter.model.virtualservice.RedirectPortSelection;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link RedirectPort}: the one of its fields that is set. */
public final class RedirectPortReader {
  private RedirectPortReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<RedirectPort> read(ObjectNode in) {
    return in.oneOf("port", "derivePort")
        .flatMap(
            field ->
                switch (field) {
                  case "port" -> Optional.of(new RedirectPort.Fixed(in.port("port").orElse(0)));
                  default ->
                      in.enumValue("derivePort", RedirectPortSelection.class)
                          .map(RedirectPort.Derived::new);
                });
  }
}
