// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.HeaderChange.Action;
import java.util.List;

/** Header changes of one level: removals, then replacements, then additions, as Envoy does them. */
public final class HeaderChanges {
  private HeaderChanges() {}

  static ImmutableList<HeaderChange> of(List<HeaderValueOption> add, List<String> remove) {
    ImmutableList.Builder<HeaderChange> changes = ImmutableList.builder();
    remove.forEach(
        name -> changes.add(new HeaderChange(Action.REMOVE, name.toLowerCase(ROOT), "")));
    add.stream().filter(HeaderChanges::replaces).map(HeaderChanges::of).forEach(changes::add);
    add.stream()
        .filter(option -> !replaces(option))
        .filter(option -> !option.getHeader().getValue().isEmpty() || option.getKeepEmptyValue())
        .map(HeaderChanges::of)
        .forEach(changes::add);
    return changes.build();
  }

  /** The headers after these changes. */
  public static ImmutableListMultimap<String, String> apply(
      List<HeaderChange> changes, ImmutableListMultimap<String, String> headers) {
    ListMultimap<String, String> result = LinkedListMultimap.create(headers);
    for (HeaderChange change : changes) {
      boolean present = result.containsKey(change.name());
      boolean applies =
          switch (change.action()) {
            case ADD_IF_ABSENT -> !present;
            case OVERWRITE_IF_EXISTS, REMOVE -> present;
            case APPEND, OVERWRITE -> true;
          };
      if (!applies) {
        continue;
      }
      if (change.action() != Action.APPEND) {
        result.get(change.name()).clear();
      }
      if (change.action() != Action.REMOVE) {
        result.put(change.name(), change.value());
      }
    }
    return ImmutableListMultimap.copyOf(result);
  }

  private static boolean replaces(HeaderValueOption option) {
    Action action = action(option);
    return action == Action.OVERWRITE || action == Action.OVERWRITE_IF_EXISTS;
  }

  private static HeaderChange of(HeaderValueOption option) {
    return new HeaderChange(
        action(option),
        option.getHeader().getKey().toLowerCase(ROOT),
        option.getHeader().getValue());
  }

  @SuppressWarnings("deprecation") // configurations of other software still say append
  private static Action action(HeaderValueOption option) {
    if (option.hasAppend() && !option.getAppend().getValue()) {
      return Action.OVERWRITE;
    }
    return switch (option.getAppendAction()) {
      case ADD_IF_ABSENT -> Action.ADD_IF_ABSENT;
      case OVERWRITE_IF_EXISTS_OR_ADD -> Action.OVERWRITE;
      case OVERWRITE_IF_EXISTS -> Action.OVERWRITE_IF_EXISTS;
      default -> Action.APPEND;
    };
  }
}
