// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The resources of one kind that a proxy has, in order. */
final class ResourceList<T extends Message> {
  private final ImmutableList<Resource<T>> resources;
  private final ImmutableList<T> messages;
  private final Supplier<ImmutableList<Any>> serialized;

  private ResourceList(ImmutableList<Resource<T>> resources) {
    this.resources = resources;
    ImmutableList.Builder<T> messages = ImmutableList.builderWithExpectedSize(resources.size());
    for (Resource<T> resource : resources) {
      messages.add(resource.message());
    }
    this.messages = messages.build();
    this.serialized =
        Suppliers.memoize(
            () -> resources.stream().map(Resource::serialized).collect(toImmutableList()));
  }

  /** Resources in the order given. */
  static <T extends Message> ResourceList<T> of(List<Resource<T>> resources) {
    return new ResourceList<>(ImmutableList.copyOf(resources));
  }

  /** Resources that no other proxy has, in the order given. */
  static <T extends Message> ResourceList<T> ofMessages(List<T> messages) {
    return new ResourceList<>(messages.stream().map(Resource::of).collect(toImmutableList()));
  }

  /** The same by name, which means nothing to Envoy; of one name in the order given. */
  ResourceList<T> sorted(Function<T, String> name) {
    return new ResourceList<>(
        ImmutableList.sortedCopyOf(
            comparing(resource -> name.apply(resource.message())), resources));
  }

  /** With further resources behind these. */
  ResourceList<T> plus(ResourceList<T> others) {
    return new ResourceList<>(ImmutableList.copyOf(Iterables.concat(resources, others.resources)));
  }

  ImmutableList<Resource<T>> resources() {
    return resources;
  }

  ImmutableList<T> messages() {
    return messages;
  }

  ImmutableList<Any> serialized() {
    return serialized.get();
  }

  /** By name; of several with one name the first. */
  Map<String, Resource<T>> byName(Function<T, String> name) {
    Map<String, Resource<T>> byName = new HashMap<>();
    resources.forEach(resource -> byName.putIfAbsent(name.apply(resource.message()), resource));
    return Collections.unmodifiableMap(byName);
  }

  /**
   * These resources, but where an earlier one is equal that very object, so that identity tells
   * what is the same; the earlier list itself if it is equal.
   */
  ResourceList<T> reusing(ResourceList<T> previous, Function<T, String> name) {
    if (isSame(previous)) {
      return previous;
    }
    Map<String, Resource<T>> byName = previous.byName(name);
    ResourceList<T> reused =
        of(
            resources.stream()
                .map(resource -> reused(resource, byName.get(name.apply(resource.message()))))
                .toList());
    return reused.isSame(previous) ? previous : reused;
  }

  @SuppressWarnings("ReferenceEquality") // Only saves work: the same object is equal.
  private static <T extends Message> Resource<T> reused(
      Resource<T> resource, @Nullable Resource<T> before) {
    if (before == null || before == resource) {
      return resource;
    }
    return resource.message().equals(before.message()) ? before : resource;
  }

  @SuppressWarnings("ReferenceEquality") // Lists of the same objects are the same list.
  private boolean isSame(ResourceList<T> other) {
    if (this == other) {
      return true;
    }
    if (resources.size() != other.resources.size()) {
      return false;
    }
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i) != other.resources.get(i)) {
        return false;
      }
    }
    return true;
  }
}
