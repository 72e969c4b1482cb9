// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.OpenTelemetryProvider;
import io.rutter.model.mesh.ServiceAttributeEnrichment;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link OpenTelemetryProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider}).
 */
public final class OpenTelemetryProviderReader {
  private OpenTelemetryProviderReader() {}

  /** Reads the fields of the object. */
  public static OpenTelemetryProvider read(ObjectNode in) {
    OpenTelemetryProvider.Builder openTelemetryProvider = OpenTelemetryProvider.builder();
    openTelemetryProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(openTelemetryProvider::port);
    in.uint32("maxTagLength").ifPresent(openTelemetryProvider::maxTagLength);
    in.object("http", ProviderHttpServiceReader::read).ifPresent(openTelemetryProvider::http);
    in.object("grpc", ProviderGrpcServiceReader::read).ifPresent(openTelemetryProvider::grpc);
    in.object("resourceDetectors", ResourceDetectorsReader::read)
        .ifPresent(openTelemetryProvider::resourceDetectors);
    in.enumValue("serviceAttributeEnrichment", ServiceAttributeEnrichment.class)
        .ifPresent(openTelemetryProvider::serviceAttributeEnrichment);
    OpenTelemetrySamplingReader.read(in).ifPresent(openTelemetryProvider::sampling);
    return openTelemetryProvider.build();
  }
}
