// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.rutter.translator.internal.order.LastComparison;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind that a proxy has, sorted by name; the order has no meaning for Envoy.
 */
public final class ResourceList<T extends Message> {
  private final ImmutableList<Resource<T>> resources;
  private final Function<T, String> name;
  private final Supplier<ImmutableList<T>> messages;
  private final Supplier<ImmutableList<Any>> serialized;
  private final LastComparison<ResourceList<T>, Compared<T>> comparison = new LastComparison<>();

  /**
   * This list after a comparison.
   *
   * @param reused this list, of earlier objects where they are equal; null stands for the earlier
   *     list itself, which must not be held on to
   * @param difference what differs
   */
  private record Compared<T extends Message>(
      @Nullable ResourceList<T> reused, ResourceDifference difference) {}

  private ResourceList(ImmutableList<Resource<T>> sorted, Function<T, String> name) {
    this.resources = sorted;
    this.name = name;
    this.messages = Suppliers.memoize(() -> each(sorted, Resource::message))::get;
    this.serialized = Suppliers.memoize(() -> each(sorted, Resource::serialized))::get;
  }

  private static <A, B> ImmutableList<B> each(ImmutableList<A> all, Function<A, B> make) {
    ImmutableList.Builder<B> made = ImmutableList.builderWithExpectedSize(all.size());
    for (A one : all) {
      made.add(make.apply(one));
    }
    return made.build();
  }

  /** Resources in any order. */
  static <T extends Message> ResourceList<T> of(
      List<Resource<T>> resources, Function<T, String> name) {
    return new ResourceList<>(
        ImmutableList.sortedCopyOf(
            comparing(resource -> name.apply(resource.message())), resources),
        name);
  }

  /** Resources that no other proxy has, in any order. */
  public static <T extends Message> ResourceList<T> ofMessages(
      List<T> messages, Function<T, String> name) {
    return of(messages.stream().map(Resource::of).collect(toImmutableList()), name);
  }

  /** A copy with some others. */
  ResourceList<T> plus(ResourceList<T> others) {
    ImmutableList.Builder<Resource<T>> all =
        ImmutableList.builderWithExpectedSize(resources.size() + others.resources.size());
    int from = 0;
    for (Resource<T> other : others.resources) {
      int found = ListComparison.find(resources, nameOf(other), name);
      int to = Math.max(from, found < 0 ? -found - 1 : found + 1);
      all.addAll(resources.subList(from, to)).add(other);
      from = to;
    }
    return new ResourceList<>(all.addAll(resources.subList(from, resources.size())).build(), name);
  }

  ImmutableList<Resource<T>> resources() {
    return resources;
  }

  public ImmutableList<T> messages() {
    return messages.get();
  }

  public ImmutableList<Any> serialized() {
    return serialized.get();
  }

  /**
   * A copy in which the resources of the outdated names are replaced. A resource that equals the
   * earlier one of its name is that object; this list itself is returned if nothing is new.
   */
  ResourceList<T> replacing(Set<String> outdated, ResourceList<T> made) {
    TreeMap<String, @Nullable Resource<T>> next = new TreeMap<>();
    outdated.forEach(gone -> next.put(gone, null));
    made.resources.forEach(resource -> next.put(nameOf(resource), resource));
    ImmutableList.Builder<Resource<T>> all =
        ImmutableList.builderWithExpectedSize(resources.size() + next.size());
    int from = 0;
    for (Map.Entry<String, @Nullable Resource<T>> entry : next.entrySet()) {
      int found = ListComparison.find(resources, entry.getKey(), name);
      int to = found < 0 ? -found - 1 : found;
      all.addAll(resources.subList(from, to));
      from = found < 0 ? to : to + 1;
      if (entry.getValue() != null) {
        all.add(entry.getValue());
      }
    }
    return new ResourceList<>(all.addAll(resources.subList(from, resources.size())).build(), name)
        .reusing(this);
  }

  /** The resources by name; the first of several with the same name. */
  Map<String, Resource<T>> byName() {
    Map<String, Resource<T>> byName = new HashMap<>();
    resources.forEach(resource -> byName.putIfAbsent(nameOf(resource), resource));
    return Collections.unmodifiableMap(byName);
  }

  /**
   * A copy in which each resource that equals an earlier one is that object, so that identity tells
   * what is unchanged; the earlier list itself if it is equal.
   */
  @SuppressWarnings("ReferenceEquality") // Only saves work: a list equals itself.
  public ResourceList<T> reusing(ResourceList<T> earlier) {
    if (earlier == this) {
      return this;
    }
    ResourceList<T> reused = compared(earlier).reused;
    return reused == null ? earlier : reused;
  }

  /** What differs from an earlier list. */
  @SuppressWarnings("ReferenceEquality") // Only saves work: a list equals itself.
  public ResourceDifference since(ResourceList<T> earlier) {
    return earlier == this ? ResourceDifference.NONE : compared(earlier).difference;
  }

  private Compared<T> compared(ResourceList<T> earlier) {
    return comparison.with(earlier, this::compare);
  }

  @SuppressWarnings("ReferenceEquality") // Only saves a copy.
  private Compared<T> compare(ResourceList<T> earlier) {
    ListComparison.Result<T> result = ListComparison.of(earlier.resources, resources, name);
    if (result.difference().equals(ResourceDifference.NONE)) {
      return new Compared<>(null, ResourceDifference.NONE);
    }
    ResourceList<T> reused =
        result.resources() == resources ? this : new ResourceList<>(result.resources(), name);
    reused.comparison.set(earlier, new Compared<>(reused, result.difference()));
    return new Compared<>(reused, result.difference());
  }

  private String nameOf(Resource<T> resource) {
    return name.apply(resource.message());
  }
}
