// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.resource;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.translator.internal.proto.AnyTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fields in which two messages differ. Elements of lists that have a key are compared by it; of
 * other lists, equal elements at both ends are left out and the rest is compared in order.
 */
public final class MessageDifference {
  private final ImmutableList.Builder<FieldDifference> found = ImmutableList.builder();

  private MessageDifference() {}

  /** The differences of two messages of one type, in the order of their fields. */
  public static ImmutableList<FieldDifference> of(Message before, Message after) {
    MessageDifference difference = new MessageDifference();
    difference.messages("", before, after);
    return difference.found.build();
  }

  private void messages(String path, Message before, Message after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof Any one && after instanceof Any other) {
      Optional<Message> inner = AnyTypes.unpack(one);
      Optional<Message> outer = AnyTypes.unpack(other);
      if (inner.isPresent()
          && outer.isPresent()
          && inner.get().getDescriptorForType().equals(outer.get().getDescriptorForType())) {
        messages(path, inner.get(), outer.get());
        return;
      }
    }
    if (isValue(before) || !before.getDescriptorForType().equals(after.getDescriptorForType())) {
      add(path, Optional.of(before), Optional.of(after));
      return;
    }
    for (FieldDescriptor field : before.getDescriptorForType().getFields()) {
      field(path.isEmpty() ? field.getName() : path + "." + field.getName(), field, before, after);
    }
  }

  /** Types that people read as one value. */
  private static boolean isValue(Message message) {
    String type = message.getDescriptorForType().getFullName();
    return message instanceof Any
        || message instanceof Struct
        || (type.startsWith("google.protobuf.") && !type.endsWith(".Any"));
  }

  private void field(String path, FieldDescriptor field, Message before, Message after) {
    if (field.isMapField()) {
      maps(path, entries(field, before), entries(field, after));
    } else if (field.isRepeated()) {
      lists(path, field, (List<?>) before.getField(field), (List<?>) after.getField(field));
    } else {
      values(path, value(field, before), value(field, after));
    }
  }

  private static Optional<Object> value(FieldDescriptor field, Message message) {
    return field.hasPresence() && !message.hasField(field)
        ? Optional.empty()
        : Optional.of(message.getField(field));
  }

  private void values(String path, Optional<?> before, Optional<?> after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isPresent()
        && after.isPresent()
        && before.get() instanceof Message one
        && after.get() instanceof Message other) {
      messages(path, one, other);
    } else {
      add(path, before, after);
    }
  }

  private static Map<String, Object> entries(FieldDescriptor field, Message message) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Object entry : (List<?>) message.getField(field)) {
      if (entry instanceof MapEntry<?, ?> pair) {
        entries.put(String.valueOf(pair.getKey()), Objects.requireNonNull(pair.getValue()));
      }
    }
    return entries;
  }

  private void maps(String path, Map<String, Object> before, Map<String, Object> after) {
    for (String key : ImmutableSortedSet.copyOf(Sets.union(before.keySet(), after.keySet()))) {
      values(
          path + "[" + key + "]",
          Optional.ofNullable(before.get(key)),
          Optional.ofNullable(after.get(key)));
    }
  }

  private void lists(String path, FieldDescriptor field, List<?> before, List<?> after) {
    if (before.equals(after)) {
      return;
    }
    Optional<ImmutableList<String>> keys = ElementKeys.of(before);
    Optional<ImmutableList<String>> others = ElementKeys.of(after);
    if (keys.isPresent() && others.isPresent()) {
      keyed(path, keyed(keys.get(), before), keyed(others.get(), after));
    } else if (ElementKeys.SETS.contains(field.getFullName())) {
      sets(path, before, after);
    } else {
      sequences(path, before, after);
    }
  }

  private static Map<String, Object> keyed(List<String> keys, List<?> elements) {
    Map<String, Object> keyed = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      keyed.put(keys.get(i), elements.get(i));
    }
    return keyed;
  }

  private void keyed(String path, Map<String, Object> before, Map<String, Object> after) {
    List<String> keys = new ArrayList<>(before.keySet());
    after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(keys::add);
    for (String key : keys) {
      values(
          path + "[" + key + "]",
          Optional.ofNullable(before.get(key)),
          Optional.ofNullable(after.get(key)));
    }
    boolean ordered =
        before.values().stream()
            .anyMatch(value -> value instanceof Message one && ElementKeys.isOrdered(one));
    List<String> left = before.keySet().stream().filter(after::containsKey).toList();
    List<String> right = after.keySet().stream().filter(before::containsKey).toList();
    if (ordered && !left.equals(right)) {
      add(path + " (order)", Optional.of(left), Optional.of(right));
    }
  }

  private void sets(String path, List<?> before, List<?> after) {
    before.stream()
        .filter(element -> !after.contains(element))
        .forEach(element -> add(path, Optional.of(element), Optional.empty()));
    after.stream()
        .filter(element -> !before.contains(element))
        .forEach(element -> add(path, Optional.empty(), Optional.of(element)));
  }

  private void sequences(String path, List<?> before, List<?> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    int most = Math.max(before.size(), after.size()) - tail;
    for (int i = head; i < most; i++) {
      values(
          path + "[" + i + "]",
          i < before.size() - tail ? Optional.of(before.get(i)) : Optional.empty(),
          i < after.size() - tail ? Optional.of(after.get(i)) : Optional.empty());
    }
  }

  private void add(String path, Optional<?> before, Optional<?> after) {
    found.add(new FieldDifference(path, before.map(MessageText::of), after.map(MessageText::of)));
  }
}
