// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.ObjectMeta;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link VirtualService} (Istio: {@code VirtualService}). */
public final class VirtualServiceReader {
  private VirtualServiceReader() {}

  /** Reads the fields of the spec. */
  public static VirtualService read(ObjectMeta metadata, ObjectNode in) {
    VirtualService.Builder virtualService = VirtualService.builder().metadata(metadata);
    virtualService.hosts(in.strings("hosts"));
    virtualService.gateways(in.strings("gateways"));
    virtualService.http(in.objects("http", HttpRouteReader::read));
    virtualService.tls(in.objects("tls", TlsRouteReader::read));
    virtualService.tcp(in.objects("tcp", TcpRouteReader::read));
    virtualService.exportTo(in.strings("exportTo"));
    return virtualService.build();
  }
}
