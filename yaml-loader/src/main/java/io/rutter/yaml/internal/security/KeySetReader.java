// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.ObjectMeta;
import io.rutter.model.security.KeySet;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link KeySet}, the document {@code rutter.io/v1 KeySet}. */
public final class KeySetReader {
  private KeySetReader() {}

  /** Reads the spec. */
  public static KeySet keySet(ObjectMeta metadata, ObjectNode in) {
    KeySet.Builder keys = KeySet.builder().metadata(metadata);
    in.string("uri").ifPresent(keys::uri);
    in.string("issuer").ifPresent(keys::issuer);
    keys.jwks(in.requiredString("jwks"));
    return keys.build();
  }
}
