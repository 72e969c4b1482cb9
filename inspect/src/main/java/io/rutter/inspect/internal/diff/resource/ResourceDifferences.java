// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.resource;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Message;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.inspect.diff.ResourceDifference.Change;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the differences of many proxies; those that are the same are told once. */
public final class ResourceDifferences {
  /** What is the same for many proxies: the messages themselves, which proxies share. */
  private record Pair(
      ResourceKind kind, String name, Optional<Message> before, Optional<Message> after) {}

  private record Told(
      ResourceKind kind, String name, Change change, ImmutableList<FieldDifference> fields) {}

  private final Map<Pair, ImmutableList<FieldDifference>> fields = new LinkedHashMap<>();
  private final Map<Told, List<String>> proxies = new LinkedHashMap<>();

  /** Adds what differs for one proxy. */
  public void add(XdsResources before, XdsUpdate update) {
    for (ResourceKind kind : ResourceKind.values()) {
      ResourceChanges changes = update.changes().get(kind);
      if (changes == null || changes.isEmpty()) {
        continue;
      }
      String proxy = before.proxy().id();
      ImmutableMap<String, Message> old = byName(kind, before);
      ImmutableMap<String, Message> current = byName(kind, update.resources());
      changes.added().forEach(name -> tell(kind, name, Change.ADDED, ImmutableList.of(), proxy));
      changes
          .removed()
          .forEach(name -> tell(kind, name, Change.REMOVED, ImmutableList.of(), proxy));
      for (String name : changes.changed()) {
        Pair pair =
            new Pair(
                kind,
                name,
                Optional.ofNullable(old.get(name)),
                Optional.ofNullable(current.get(name)));
        ImmutableList<FieldDifference> found =
            fields.computeIfAbsent(pair, ResourceDifferences::compare);
        if (!found.isEmpty()) {
          tell(kind, name, Change.CHANGED, found, proxy);
        }
      }
    }
  }

  private static ImmutableList<FieldDifference> compare(Pair pair) {
    return pair.before().isPresent() && pair.after().isPresent()
        ? MessageDifference.of(pair.before().get(), pair.after().get())
        : ImmutableList.of();
  }

  private static ImmutableMap<String, Message> byName(ResourceKind kind, XdsResources resources) {
    return kind.of(resources).stream()
        .collect(toImmutableMap(kind::nameOf, resource -> (Message) resource, (a, b) -> a));
  }

  private void tell(
      ResourceKind kind,
      String name,
      Change change,
      ImmutableList<FieldDifference> found,
      String proxy) {
    proxies
        .computeIfAbsent(new Told(kind, name, change, found), key -> new ArrayList<>())
        .add(proxy);
  }

  /** All differences, by kind and name. */
  public ImmutableList<ResourceDifference> all() {
    List<ResourceDifference> all = new ArrayList<>();
    proxies.forEach(
        (told, of) ->
            all.add(
                ResourceDifference.of(
                    ImmutableList.sortedCopyOf(of),
                    told.kind(),
                    told.name(),
                    told.change(),
                    told.fields())));
    all.sort(
        Comparator.comparing(ResourceDifference::kind)
            .thenComparing(ResourceDifference::name)
            .thenComparing(ResourceDifference::change)
            .thenComparing(difference -> difference.proxies().toString()));
    return ImmutableList.copyOf(all);
  }
}
