// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Mirror;
import io.rutter.yaml.internal.common.PercentReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Mirror} (Istio: {@code HTTPMirrorPolicy}). */
public final class MirrorReader {
  private MirrorReader() {}

  /** Reads the fields of the object. */
  public static Mirror read(ObjectNode in) {
    Mirror.Builder mirror = Mirror.builder();
    mirror.destination(in.requiredObject("destination", DestinationReader::read));
    in.object("percentage", PercentReader::read).ifPresent(mirror::percentage);
    return mirror.build();
  }
}
