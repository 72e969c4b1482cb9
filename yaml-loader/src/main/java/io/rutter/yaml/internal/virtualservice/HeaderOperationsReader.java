// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HeaderOperations;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HeaderOperations} (Istio: {@code Headers.HeaderOperations}). */
public final class HeaderOperationsReader {
  private HeaderOperationsReader() {}

  /** Reads the fields of the object. */
  public static HeaderOperations read(ObjectNode in) {
    HeaderOperations.Builder headerOperations = HeaderOperations.builder();
    headerOperations.set(in.stringMap("set"));
    headerOperations.add(in.stringMap("add"));
    headerOperations.remove(in.strings("remove"));
    return headerOperations.build();
  }
}
