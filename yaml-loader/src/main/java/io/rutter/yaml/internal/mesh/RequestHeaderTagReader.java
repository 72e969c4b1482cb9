// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.RequestHeaderTag;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RequestHeaderTag} (Istio: {@code Tracing.RequestHeader}). */
public final class RequestHeaderTagReader {
  private RequestHeaderTagReader() {}

  /** Reads the fields of the object. */
  public static RequestHeaderTag read(ObjectNode in) {
    RequestHeaderTag.Builder requestHeaderTag = RequestHeaderTag.builder();
    requestHeaderTag.name(in.requiredString("name"));
    in.string("defaultValue").ifPresent(requestHeaderTag::defaultValue);
    return requestHeaderTag.build();
  }
}
