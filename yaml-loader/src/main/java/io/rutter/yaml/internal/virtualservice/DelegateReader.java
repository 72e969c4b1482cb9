// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Delegate;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Delegate} (Istio: {@code Delegate}). */
public final class DelegateReader {
  private DelegateReader() {}

  /** Reads the fields of the object. */
  public static Delegate read(ObjectNode in) {
    Delegate.Builder delegate = Delegate.builder();
    in.string("name").ifPresent(delegate::name);
    in.string("namespace").ifPresent(delegate::namespace);
    return delegate.build();
  }
}
