// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;

/**
 * Which namespaces see an object. Istio document: Virtual Service, {@code exportTo}: {@code *}
 * means all namespaces and makes the other entries meaningless; otherwise {@code ~} means none and
 * does so too; {@code .} is the object's own namespace, which is not implied when others are named.
 *
 * @param everywhere whether all namespaces see it
 * @param namespaces the namespaces that see it otherwise
 */
public record ExportTo(boolean everywhere, ImmutableSet<String> namespaces) {
  private static final ExportTo EVERYWHERE = new ExportTo(true, ImmutableSet.of());
  private static final ExportTo NOWHERE = new ExportTo(false, ImmutableSet.of());

  /**
   * Reads an {@code exportTo} list.
   *
   * @param fallback the mesh's default, for an empty list
   */
  public static ExportTo of(
      Collection<String> declared, Collection<String> fallback, String ownNamespace) {
    Collection<String> entries = declared.isEmpty() ? fallback : declared;
    if (entries.contains("*")) {
      return EVERYWHERE;
    }
    if (entries.contains("~")) {
      return NOWHERE;
    }
    return new ExportTo(
        false,
        entries.stream()
            .map(entry -> entry.equals(".") ? ownNamespace : entry)
            .collect(toImmutableSet()));
  }

  /** Whether a namespace sees it. */
  public boolean includes(String namespace) {
    return everywhere || namespaces.contains(namespace);
  }
}
