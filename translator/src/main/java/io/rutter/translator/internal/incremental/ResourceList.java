// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.rutter.model.internal.collect.ListDifference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The resources of one kind that a proxy has, in order. */
public final class ResourceList<T extends Message> {
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
                () -> resources.stream().map(Resource::serialized).collect(toImmutableList()))
            ::get;
  }

  /** Resources in the order given. */
  static <T extends Message> ResourceList<T> of(List<Resource<T>> resources) {
    return new ResourceList<>(ImmutableList.copyOf(resources));
  }

  /** Resources that no other proxy has, in the order given. */
  public static <T extends Message> ResourceList<T> ofMessages(List<T> messages) {
    return new ResourceList<>(messages.stream().map(Resource::of).collect(toImmutableList()));
  }

  /** A copy sorted by name, in a stable order; the order has no meaning for Envoy. */
  ResourceList<T> sorted(Function<T, String> name) {
    return new ResourceList<>(
        ImmutableList.sortedCopyOf(
            comparing(resource -> name.apply(resource.message())), resources));
  }

  /** A copy with the others appended. */
  ResourceList<T> plus(ResourceList<T> others) {
    return new ResourceList<>(ImmutableList.copyOf(Iterables.concat(resources, others.resources)));
  }

  ImmutableList<Resource<T>> resources() {
    return resources;
  }

  public ImmutableList<T> messages() {
    return messages;
  }

  public ImmutableList<Any> serialized() {
    return serialized.get();
  }

  /**
   * A copy in which the resources of the outdated names are replaced, sorted by name. A resource
   * that equals the earlier one of its name is that object; this list itself is returned if nothing
   * is new.
   */
  ResourceList<T> replacing(Set<String> outdated, ResourceList<T> made, Function<T, String> name) {
    if (outdated.isEmpty() && made.resources.isEmpty()) {
      return this;
    }
    Map<String, Resource<T>> instead = new LinkedHashMap<>(made.byName(name));
    List<Resource<T>> next = new ArrayList<>(resources.size() + made.resources.size());
    for (Resource<T> resource : resources) {
      String itsName = name.apply(resource.message());
      if (!outdated.contains(itsName)) {
        next.add(resource);
        continue;
      }
      Resource<T> now = instead.remove(itsName);
      if (now != null) {
        next.add(reused(now, resource));
      }
    }
    next.addAll(instead.values());
    ResourceList<T> replaced = instead.isEmpty() ? of(next) : of(next).sorted(name);
    return replaced.isSame(this) ? this : replaced;
  }

  /** The resources by name; the first of several with the same name. */
  Map<String, Resource<T>> byName(Function<T, String> name) {
    return byName(resources, name);
  }

  private static <T extends Message> Map<String, Resource<T>> byName(
      List<? extends Resource<T>> resources, Function<T, String> name) {
    Map<String, Resource<T>> byName = new HashMap<>();
    resources.forEach(resource -> byName.putIfAbsent(name.apply(resource.message()), resource));
    return Collections.unmodifiableMap(byName);
  }

  /**
   * A copy in which each resource that equals an earlier one is that object, so that identity tells
   * what is unchanged; the earlier list itself if it is equal.
   */
  public ResourceList<T> reusing(ResourceList<T> previous, Function<T, String> name) {
    ListDifference<Resource<T>> differing = ListDifference.of(previous.resources, resources);
    if (differing.isEmpty()) {
      return previous;
    }
    Map<String, Resource<T>> byName = byName(differing.before(), name);
    ResourceList<T> reused =
        of(
            ImmutableList.<Resource<T>>builderWithExpectedSize(resources.size())
                .addAll(resources.subList(0, differing.start()))
                .addAll(
                    Lists.transform(
                        differing.after(),
                        resource -> reused(resource, byName.get(name.apply(resource.message())))))
                .addAll(
                    resources.subList(
                        differing.start() + differing.after().size(), resources.size()))
                .build());
    return reused.isSame(previous) ? previous : reused;
  }

  @SuppressWarnings("ReferenceEquality") // Only saves work: identical objects are equal.
  private static <T extends Message> Resource<T> reused(
      Resource<T> resource, @Nullable Resource<T> before) {
    if (before == null || before == resource) {
      return resource;
    }
    return resource.message().equals(before.message()) ? before : resource;
  }

  private boolean isSame(ResourceList<T> other) {
    return ListDifference.of(resources, other.resources).isEmpty();
  }
}
