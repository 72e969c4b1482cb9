// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Headers;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Headers} (Istio: {@code Headers}). */
public final class HeadersReader {
  private HeadersReader() {}

  /** Reads the fields of the object. */
  public static Headers read(ObjectNode in) {
    Headers.Builder headers = Headers.builder();
    in.object("request", HeaderOperationsReader::read).ifPresent(headers::request);
    in.object("response", HeaderOperationsReader::read).ifPresent(headers::response);
    return headers.build();
  }
}
