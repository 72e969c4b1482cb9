// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.OpenTelemetrySampling;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link OpenTelemetrySampling}: the one of its fields that is set. */
public final class OpenTelemetrySamplingReader {
  private OpenTelemetrySamplingReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<OpenTelemetrySampling> read(ObjectNode in) {
    return in.oneOf("dynatraceSampler")
        .flatMap(
            field ->
                switch (field) {
                  default ->
                      in.object("dynatraceSampler", DynatraceSamplerReader::read)
                          .map(OpenTelemetrySampling.Dynatrace::new);
                });
  }
}
