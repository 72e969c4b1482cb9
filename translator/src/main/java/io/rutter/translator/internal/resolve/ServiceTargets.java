// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;

/** Finds the services that a proxy's workload serves. */
public final class ServiceTargets {
  private ServiceTargets() {}

  /** The targets of a proxy, oldest service first. */
  public static ImmutableList<ServiceTarget> of(MeshIndex mesh, Proxy proxy) {
    throw new UnsupportedOperationException();
  }
}
