// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link DirectResponse} (Istio: {@code HTTPDirectResponse}). */
public final class DirectResponseReader {
  private DirectResponseReader() {}

  /** Reads the fields of the object. */
  public static DirectResponse read(ObjectNode in) {
    DirectResponse.Builder directResponse = DirectResponse.builder();
    in.uint32("status").ifPresent(directResponse::status);
    in.object("body", HttpBodyReader::read).ifPresent(directResponse::body);
    return directResponse.build();
  }
}
