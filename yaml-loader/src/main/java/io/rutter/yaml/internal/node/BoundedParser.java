// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Passes on the events of a parser, which are about as many as the nodes, up to the bounds of a
 * tree. What is passed on is small, because trees are what takes the memory: a scalar has one
 * position instead of two, and equal short strings are one.
 */
final class BoundedParser implements Parser {
  private static final int LONGEST_SHARED = 32;

  private final Parser parser;
  private final TreeLimits limits;
  private final Map<String, String> texts = new HashMap<>();
  private int count;
  private int depth;

  /** Ends the composing of a document that exceeds a bound; never leaves this package. */
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Mark mark;
    private final String problem;

    private TooLargeException(Mark mark, String problem) {
      super(problem, null, false, false);
      this.mark = mark;
      this.problem = problem;
    }

    /** Where the bound is exceeded. */
    Mark mark() {
      return mark;
    }

    /** What was found and expected. */
    String problem() {
      return problem;
    }
  }

  BoundedParser(Parser parser, TreeLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    if (++count > limits.nodes()) {
      throw new TooLargeException(
          event.getStartMark(),
          "more than " + limits.nodes() + " values (expected: several documents)");
    }
    if (event instanceof CollectionStartEvent && ++depth > limits.depth()) {
      throw new TooLargeException(
          event.getStartMark(),
          "lists and objects nested too deeply (expected: at most " + limits.depth() + " levels)");
    }
    if (event.is(Event.ID.SequenceEnd) || event.is(Event.ID.MappingEnd)) {
      depth--;
    }
    return event instanceof ScalarEvent scalar ? small(scalar) : event;
  }

  private ScalarEvent small(ScalarEvent event) {
    return new ScalarEvent(
        event.getAnchor(),
        event.getTag(),
        event.getImplicit(),
        shared(event.getValue()),
        event.getStartMark(),
        event.getStartMark(),
        event.getScalarStyle());
  }

  private String shared(String text) {
    if (text.length() > LONGEST_SHARED) {
      return text;
    }
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
