// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.Splitter;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.model.registry.SpiffeNames;
import java.util.List;
import java.util.Optional;

/**
 * Who a client is by its certificate: {@code spiffe://TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT}.
 *
 * @param namespace the namespace of its account
 * @param serviceAccount the account
 */
record Identity(String namespace, String serviceAccount) {
  /** The identity of a client in the namespace of the node that it says it is, if it has one. */
  static Optional<Identity> of(XdsClient client) {
    String id = client.proxyId();
    String namespace = id.substring(id.lastIndexOf('.') + 1);
    return client.certificateNames().stream()
        .map(Identity::parse)
        .flatMap(Optional::stream)
        .filter(identity -> identity.namespace.equals(namespace))
        .findFirst();
  }

  private static Optional<Identity> parse(String name) {
    if (!name.startsWith(SpiffeNames.SCHEME)) {
      return Optional.empty();
    }
    List<String> parts = Splitter.on('/').splitToList(name.substring(SpiffeNames.SCHEME.length()));
    return parts.size() == 5 && parts.get(1).equals("ns") && parts.get(3).equals("sa")
        ? Optional.of(new Identity(parts.get(2), parts.get(4)))
        : Optional.empty();
  }
}
