// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;

/**
 * Services of one port with ten endpoints each and no rules.
 *
 * @param services how many services
 * @param portName the name of the port, which tells its protocol: {@code http}, {@code tcp}, {@code
 *     tls}, or anything else for one that proxies have to find out
 * @param port its number
 */
public record PlainServices(int services, String portName, int port) implements MeshShape {
  @Override
  public void write(Appendable yaml) throws IOException {
    Documents documents = new Documents(yaml);
    documents.proxy("sidecar", "client", "default", "10.255.255.1", "app: client");
    for (int i = 0; i < services; i++) {
      documents.service(i, "default", portName, port, 10);
    }
  }
}
