// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ZipkinProvider;
import io.rutter.model.mesh.ZipkinTraceContext;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link ZipkinProvider} (Istio: {@code MeshConfig.ExtensionProvider.ZipkinTracingProvider}).
 */
public final class ZipkinProviderReader {
  private ZipkinProviderReader() {}

  /** Reads the fields of the object. */
  public static ZipkinProvider read(ObjectNode in) {
    ZipkinProvider.Builder zipkinProvider = ZipkinProvider.builder();
    zipkinProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(zipkinProvider::port);
    in.uint32("maxTagLength").ifPresent(zipkinProvider::maxTagLength);
    zipkinProvider.enable64bitTraceId(in.bool("enable64bitTraceId"));
    in.string("path").ifPresent(zipkinProvider::path);
    in.enumValue("traceContextOption", ZipkinTraceContext.class)
        .ifPresent(zipkinProvider::traceContextOption);
    in.duration("timeout").ifPresent(zipkinProvider::timeout);
    zipkinProvider.headers(in.objects("headers", ProviderHeaderReader::read));
    return zipkinProvider.build();
  }
}
