// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.Tracing;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Tracing} (Istio: {@code Tracing}). */
public final class TracingReader {
  private TracingReader() {}

  /** Reads the fields of the object. */
  public static Tracing read(ObjectNode in) {
    Tracing.Builder tracing = Tracing.builder();
    tracing.customTags(in.objectMap("customTags", CustomTagReader::read));
    in.uint32("maxPathTagLength").ifPresent(tracing::maxPathTagLength);
    in.number("sampling").ifPresent(tracing::sampling);
    in.boolValue("enableIstioTags").ifPresent(tracing::enableIstioTags);
    in.ignore(
        "the tracer of the bootstrap",
        "zipkin",
        "lightstep",
        "datadog",
        "stackdriver",
        "openCensusAgent",
        "tlsSettings");
    return tracing.build();
  }
}
