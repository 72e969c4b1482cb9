// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Gateway} (Istio: {@code Gateway}). */
public final class GatewayReader {
  private GatewayReader() {}

  /** Reads the fields of the spec. */
  public static Gateway read(ObjectMeta metadata, ObjectNode in) {
    Gateway.Builder gateway = Gateway.builder().metadata(metadata);
    gateway.servers(in.objects("servers", GatewayServerReader::read));
    gateway.selector(in.stringMap("selector"));
    return gateway.build();
  }
}
