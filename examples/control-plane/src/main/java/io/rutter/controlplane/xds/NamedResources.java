// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resources of one kind by name, in the order in which they are sent. Immutable. */
final class NamedResources {
  static final NamedResources NONE = new NamedResources(ImmutableMap.of());

  private final ImmutableMap<String, Any> byName;

  /** Made when it is first asked for, and kept for all streams that are given these. */
  private volatile @Nullable String version;

  private NamedResources(ImmutableMap<String, Any> byName) {
    this.byName = byName;
  }

  /**
   * The resources of a list.
   *
   * @param bytes each of them as a discovery response carries it
   */
  static <M> NamedResources of(List<M> resources, Function<M, String> name, List<Any> bytes) {
    ImmutableMap.Builder<String, Any> result = ImmutableMap.builder();
    Iterator<Any> next = bytes.iterator();
    for (M resource : resources) {
      result.put(name.apply(resource), next.next());
    }
    return new NamedResources(result.buildKeepingLast());
  }

  /** Each by its name. */
  ImmutableMap<String, Any> byName() {
    return byName;
  }

  /** The hash of the contents. */
  String version() {
    String known = version;
    if (known == null) {
      known = ContentHash.of(byName.values());
      version = known;
    }
    return known;
  }

  /** These and newer ones; of two with one name, the newer. */
  NamedResources plus(NamedResources newer) {
    if (newer.byName.keySet().containsAll(byName.keySet())) {
      return newer;
    }
    return new NamedResources(
        ImmutableMap.<String, Any>builder().putAll(byName).putAll(newer.byName).buildKeepingLast());
  }
}
