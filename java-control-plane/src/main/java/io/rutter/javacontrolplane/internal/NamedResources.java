// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsResources;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Resources of one kind by name, in the order in which they are sent. Immutable. */
final class NamedResources {
  static final NamedResources NONE = new NamedResources(ImmutableMap.of());

  private final ImmutableMap<String, ResourceBytes> byName;

  /** Made when it is first asked for, and kept for all streams that are given these. */
  private volatile @Nullable String version;

  private NamedResources(ImmutableMap<String, ResourceBytes> byName) {
    this.byName = byName;
  }

  /** The resources of a kind. */
  static NamedResources of(ResourceKind kind, XdsResources resources) {
    return NONE.filledFrom(kind, resources, null);
  }

  /**
   * The resources of a kind after a change.
   *
   * @param changes how they differ from these
   */
  NamedResources after(ResourceKind kind, XdsResources resources, ResourceChanges changes) {
    return filledFrom(kind, resources, changes);
  }

  private NamedResources filledFrom(
      ResourceKind kind, XdsResources resources, @Nullable ResourceChanges changes) {
    ImmutableMap.Builder<String, ResourceBytes> result = ImmutableMap.builder();
    Iterator<Any> bytes = resources.serialized(kind).iterator();
    for (Message resource : kind.of(resources)) {
      String name = kind.nameOf(resource);
      Any next = bytes.next();
      ResourceBytes same =
          changes == null || changes.changed().contains(name) ? null : byName.get(name);
      result.put(name, same == null ? new ResourceBytes(next) : same);
    }
    return new NamedResources(result.buildKeepingLast());
  }

  /** Each by its name. */
  ImmutableMap<String, ResourceBytes> byName() {
    return byName;
  }

  /** The version of one of them; empty if there is none of that name. */
  String version(String name) {
    ResourceBytes known = byName.get(name);
    return known == null ? "" : known.version();
  }

  /** The version of all of them. */
  String version() {
    String known = version;
    if (known == null) {
      known = ResourceBytes.version(byName);
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
        ImmutableMap.<String, ResourceBytes>builder()
            .putAll(byName)
            .putAll(newer.byName)
            .buildKeepingLast());
  }
}
