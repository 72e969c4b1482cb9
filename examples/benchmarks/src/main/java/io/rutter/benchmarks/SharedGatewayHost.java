// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * VirtualServices that share one host of a Gateway by path.
 *
 * @param virtualServices how many VirtualServices
 */
public record SharedGatewayHost(int virtualServices) implements MeshShape {
  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("gateway", "gw", "default", "10.255.255.1", "istio: ingressgateway");
    documents.service(0, "default", "http", 80, 2);
    documents.istio(
        "Gateway",
        "gw",
        "selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol:"
            + " HTTP}, hosts: [www.example.com]}]");
    for (int i = 0; i < virtualServices; i++) {
      documents.istio(
          "VirtualService",
          "vs-" + i,
          "hosts: [www.example.com], gateways: [gw], http: [{match: [{uri: {prefix: /path-%d}}], route: [{destination: {host: svc-0}}]}]"
              .formatted(i));
    }
  }
}
