// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.origin;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import io.rutter.model.MeshSnapshot;
import io.rutter.translator.internal.proto.Anys;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The origins that one translation has told. For use by one thread. */
public final class KeptOrigins extends Origins {
  private final WrittenPlaces places;
  private final IdentityHashMap<Message, Set<Origin>> byMessage = new IdentityHashMap<>();

  /** What is inside of packed messages. */
  private final IdentityHashMap<Any, Message> packed = new IdentityHashMap<>();

  private KeptOrigins(WrittenPlaces places) {
    this.places = places;
  }

  /** Without any origin so far, of the objects of a mesh. */
  public static KeptOrigins of(MeshSnapshot mesh) {
    return new KeptOrigins(new WrittenPlaces(mesh));
  }

  /**
   * What a part of a message is made from.
   *
   * @param part the path of the part in the message, as JSON names fields; what is packed counts as
   *     if it were not; empty: the message itself
   * @param from what it is made from
   */
  public record Origin(String part, ConfigPart from) {
    Origin within(String path) {
      return new Origin(join(path, part), from);
    }
  }

  @Override
  public boolean areKept() {
    return true;
  }

  @Override
  public void add(Message message, String part, ConfigPart origin) {
    byMessage.computeIfAbsent(message, made -> new LinkedHashSet<>()).add(new Origin(part, origin));
  }

  @Override
  public void pass(Message from, Message to) {
    Set<Origin> known = byMessage.get(from);
    if (known != null) {
      byMessage.computeIfAbsent(to, made -> new LinkedHashSet<>()).addAll(known);
    }
  }

  @Override
  public Any pack(Message message) {
    Any any = Anys.pack(message);
    packed.put(any, message);
    return any;
  }

  @Override
  public WrittenPlaces places() {
    return places;
  }

  /** The origins of a message and of everything in it, outer parts first. */
  public ImmutableList<Origin> in(Message message) {
    Set<Origin> found = new LinkedHashSet<>();
    walk(message, "", found);
    return ImmutableList.copyOf(found);
  }

  private void walk(Message message, String path, Set<Origin> to) {
    byMessage.getOrDefault(message, Set.of()).forEach(origin -> to.add(origin.within(path)));
    if (message instanceof Any any) {
      Message content = packed.get(any);
      if (content != null) {
        walk(content, path, to);
      }
      return;
    }
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      if (field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        walkField(field.getKey(), field.getValue(), path, to);
      }
    }
  }

  private void walkField(FieldDescriptor field, Object value, String path, Set<Origin> to) {
    String at = join(path, field.getJsonName());
    if (!(value instanceof List<?> list)) {
      walk((Message) value, at, to);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof MapEntry<?, ?> entry) {
        if (entry.getValue() instanceof Message inside) {
          walk(inside, at + "[\"" + entry.getKey() + "\"]", to);
        }
      } else {
        walk((Message) list.get(i), at + "[" + i + "]", to);
      }
    }
  }

  private static String join(String path, String part) {
    return path.isEmpty() || part.isEmpty() || part.startsWith("[")
        ? path + part
        : path + "." + part;
  }
}
