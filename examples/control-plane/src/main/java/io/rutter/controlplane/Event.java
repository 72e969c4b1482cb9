// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.rutter.model.problem.Problem;

/**
 * Something that a person who runs a control plane should know.
 *
 * @param level how much it matters
 * @param name what happened, for example {@code connected}: a fixed set of words, so that a log can
 *     be searched for them
 * @param details what it happened to, in order. Values may be anything that a client sent: who
 *     prints them must escape them.
 */
@Immutable
public record Event(Level level, String name, ImmutableMap<String, String> details) {
  /** How much an event matters. */
  public enum Level {
    /** For whoever looks for the cause of something else. */
    DEBUG,
    /** All is as it should be. */
    INFO,
    /** Somebody is not served as they wish; all others are. */
    WARN,
    /** Something is wrong that a person must mend. */
    ERROR
  }

  /** An event without details. */
  public static Event of(Level level, String name) {
    return new Event(level, name, ImmutableMap.of());
  }

  /** A problem of a mesh, or of what was made of it. */
  public static Event of(Problem problem) {
    return of(
            switch (problem.severity()) {
              case ERROR -> Level.ERROR;
              case WARNING -> Level.WARN;
              case NOTE -> Level.DEBUG;
            },
            "problem")
        .with(problem);
  }

  /** This event with where a problem is, and what it says. */
  public Event with(Problem problem) {
    Event event = this;
    if (problem.location().isPresent()) {
      event = event.with("at", problem.location().get());
    }
    event = event.with("code", problem.code().id());
    if (problem.object().isPresent()) {
      event = event.with("object", problem.object().get());
    }
    if (!problem.path().isEmpty()) {
      event = event.with("path", problem.path());
    }
    return event.with("message", problem.message());
  }

  /** This event with one more detail. */
  public Event with(String key, Object value) {
    return new Event(
        level,
        name,
        ImmutableMap.<String, String>builder()
            .putAll(details)
            .put(key, value.toString())
            .buildKeepingLast());
  }
}
