// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.rutter.translator.internal.order.LastComparison;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
  private final Lazy<T, T> messages;
  private final Lazy<T, Any> serialized;
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
    this.messages = new Lazy<>(() -> each(sorted, Resource::message));
    this.serialized = new Lazy<>(() -> each(sorted, Resource::serialized));
  }

  private ResourceList(ResourceList<T> before, ListEdits<T> edits) {
    this.resources = edits.applied(before.resources, resource -> resource);
    this.name = before.name;
    this.messages = before.messages.after(edits, resources, Resource::message);
    this.serialized = before.serialized.after(edits, resources, Resource::serialized);
  }

  /** A list with something for each resource, made when it is first asked for. */
  private static final class Lazy<T extends Message, E> {
    private @Nullable Supplier<ImmutableList<E>> make;
    private volatile @Nullable ImmutableList<E> made;

    Lazy(Supplier<ImmutableList<E>> make) {
      this.make = make;
    }

    synchronized ImmutableList<E> make() {
      if (make != null) {
        made = make.get();
        make = null;
      }
      return requireNonNull(made);
    }

    ImmutableList<E> get() {
      ImmutableList<E> known = made;
      return known == null ? make() : known;
    }

    Lazy<T, E> after(
        ListEdits<T> edits, ImmutableList<Resource<T>> resources, Function<Resource<T>, E> of) {
      ImmutableList<E> known = made;
      return new Lazy<>(() -> known == null ? each(resources, of) : edits.applied(known, of));
    }
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
    NavigableMap<String, @Nullable Resource<T>> next = new TreeMap<>();
    outdated.forEach(gone -> next.put(gone, null));
    made.resources.forEach(resource -> next.put(nameOf(resource), resource));
    return with(next);
  }

  /** A copy that differs from this list as another one does from an earlier one. */
  ResourceList<T> following(ResourceList<T> other, ResourceList<T> earlier) {
    ResourceDifference difference = other.since(earlier);
    NavigableMap<String, @Nullable Resource<T>> next = new TreeMap<>();
    difference.removed().forEach(gone -> next.put(gone, null));
    difference.added().forEach(added -> next.put(added, other.find(added)));
    difference.changed().forEach(changed -> next.put(changed, other.find(changed)));
    return with(next);
  }

  private @Nullable Resource<T> find(String wanted) {
    int place = ListComparison.find(resources, wanted, name);
    return place < 0 ? null : resources.get(place);
  }

  /** A copy with these resources by name; null stands for one that is gone. */
  private ResourceList<T> with(NavigableMap<String, @Nullable Resource<T>> next) {
    ImmutableSortedSet.Builder<String> added = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> changed = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> removed = ImmutableSortedSet.naturalOrder();
    ListEdits<T> edits = new ListEdits<>();
    for (Map.Entry<String, @Nullable Resource<T>> entry : next.entrySet()) {
      int found = ListComparison.find(resources, entry.getKey(), name);
      Resource<T> now = entry.getValue();
      if (found < 0 && now != null) {
        added.add(entry.getKey());
        edits.add(-found - 1, -found - 1, now);
      } else if (found >= 0 && now == null) {
        removed.add(entry.getKey());
        edits.add(found, found + 1, null);
      } else if (now != null && !now.message().equals(resources.get(found).message())) {
        changed.add(entry.getKey());
        edits.add(found, found + 1, now);
      }
    }
    ResourceDifference difference =
        new ResourceDifference(added.build(), changed.build(), removed.build());
    if (difference.equals(ResourceDifference.NONE)) {
      return this;
    }
    ResourceList<T> list = new ResourceList<>(this, edits);
    list.comparison.set(this, new Compared<>(list, difference));
    return list;
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
