// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Gateways with one host each, and a VirtualService for each.
 *
 * @param gateways how many Gateways
 */
public record ManyGateways(int gateways) implements MeshShape {
  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("gateway", "gw", "default", "10.255.255.1", "istio: ingressgateway");
    documents.service(0, "default", "http", 80, 2);
    for (int i = 0; i < gateways; i++) {
      documents.istio(
          "Gateway",
          "gw-" + i,
          "selector: {istio: ingressgateway}, servers: [{port: {number: 80, name: http, protocol:"
              + " HTTP}, hosts: [host-%d.example.com]}]".formatted(i));
      documents.istio(
          "VirtualService",
          "vs-" + i,
          "hosts: [host-%d.example.com], gateways: [gw-%d], http: [{route: [{destination: {host: svc-0}}]}]"
              .formatted(i, i));
    }
  }
}
