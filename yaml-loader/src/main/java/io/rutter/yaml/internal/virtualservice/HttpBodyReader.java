// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpBody;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HttpBody} (Istio: {@code HTTPBody}). */
public final class HttpBodyReader {
  private HttpBodyReader() {}

  /** Reads the fields of the object. */
  public static HttpBody read(ObjectNode in) {
    HttpBody.Builder httpBody = HttpBody.builder();
    HttpBodyContentReader.read(in).ifPresent(httpBody::content);
    return httpBody.build();
  }
}
