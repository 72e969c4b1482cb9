// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.ProviderGrpcService;
import io.rutter.model.mesh.provider.ProviderHeader;
import io.rutter.model.mesh.provider.ProviderHeaderValue;
import io.rutter.model.mesh.provider.ProviderHttpService;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads how the service of a provider is called. */
final class ProviderServiceReader {
  private ProviderServiceReader() {}

  /** Istio: {@code MeshConfig.ExtensionProvider.HttpService}. */
  static ProviderHttpService providerHttpService(ObjectNode in) {
    ProviderHttpService.Builder service = ProviderHttpService.builder();
    service.path(in.requiredString("path"));
    in.duration("timeout").ifPresent(service::timeout);
    service.headers(in.objects("headers", ProviderServiceReader::providerHeader));
    return service.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.HttpHeader}. */
  static ProviderHeader providerHeader(ObjectNode in) {
    ProviderHeader.Builder header = ProviderHeader.builder();
    header.name(in.requiredString("name"));
    providerHeaderValue(in).ifPresent(header::headerValue);
    return header.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<ProviderHeaderValue> providerHeaderValue(ObjectNode in) {
    return in.oneOf("value", "envName")
        .flatMap(
            field ->
                switch (field) {
                  case "value" -> in.stringValue("value").map(ProviderHeaderValue.Literal::new);
                  default -> in.stringValue("envName").map(ProviderHeaderValue.Environment::new);
                });
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.GrpcService}. */
  static ProviderGrpcService providerGrpcService(ObjectNode in) {
    ProviderGrpcService.Builder service = ProviderGrpcService.builder();
    in.duration("timeout").ifPresent(service::timeout);
    service.initialMetadata(in.objects("initialMetadata", ProviderServiceReader::providerHeader));
    return service.build();
  }
}
