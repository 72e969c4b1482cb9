// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A kind of object that an {@link ObjectStore} has something to say of, for those who watch a
 * cluster for it.
 *
 * @param group the API group, for example {@code networking.istio.io}; empty for Kubernetes' own
 * @param name the kind, for example {@code VirtualService}
 * @param versions the versions that are read, newest first; empty: the kind is not read, and a
 *     store only warns that its objects have no effect
 */
public record ObjectKind(String group, String name, ImmutableList<String> versions) {
  /** Checks that nothing is null. */
  public ObjectKind {
    requireNonNull(group, "group");
    requireNonNull(name, "name");
    requireNonNull(versions, "versions");
  }
}
