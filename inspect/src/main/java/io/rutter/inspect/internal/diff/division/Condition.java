// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A condition on calls: tests of texts, put together. */
public sealed interface Condition {
  /** What every call meets. */
  static Condition always() {
    return new Constant(true);
  }

  /** What no call meets. */
  static Condition never() {
    return new Constant(false);
  }

  /** What the simulator does not know: no call meets it, nor its opposite. */
  static Condition unknown() {
    return new Unknown();
  }

  /**
   * Known already.
   *
   * @param holds whether it is met
   */
  record Constant(boolean holds) implements Condition {}

  /** Not known, see {@link #unknown()}. */
  record Unknown() implements Condition {}

  /**
   * A test of one text.
   *
   * @param dimension what it looks at
   * @param test what it wants
   */
  record One(Dimension dimension, TextTest test) implements Condition {}

  /**
   * All of these.
   *
   * @param parts at least two
   */
  record All(ImmutableList<Condition> parts) implements Condition {}

  /**
   * At least one of these.
   *
   * @param parts at least two
   */
  record Some(ImmutableList<Condition> parts) implements Condition {}

  /**
   * The opposite.
   *
   * @param part what must not hold
   */
  record Not(Condition part) implements Condition {}

  /** A test of one text. */
  static Condition of(Dimension dimension, TextTest test) {
    return new One(dimension, test);
  }

  /** A constant. */
  static Condition of(boolean holds) {
    return new Constant(holds);
  }

  /** Whether all of these hold. */
  static Condition all(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (part.equals(never())) {
        return never();
      }
      if (!part.equals(always())) {
        open.add(part);
      }
    }
    return open.isEmpty()
        ? always()
        : open.size() == 1 ? open.get(0) : new All(ImmutableList.copyOf(open));
  }

  /** Whether one of these holds. */
  static Condition some(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (part.equals(always())) {
        return always();
      }
      if (!part.equals(never())) {
        open.add(part);
      }
    }
    return open.isEmpty()
        ? never()
        : open.size() == 1 ? open.get(0) : new Some(ImmutableList.copyOf(open));
  }

  /** Whether this does not hold. */
  default Condition negated() {
    if (this instanceof Unknown) {
      return this;
    }
    return this instanceof Constant constant ? of(!constant.holds()) : new Not(this);
  }

  /** The same without what is not known: a condition that is met by the same calls. */
  default Condition settled() {
    return settled(true);
  }

  private Condition settled(boolean positive) {
    if (this instanceof Unknown) {
      return of(!positive);
    }
    if (this instanceof All all) {
      return all(all.parts().stream().map(part -> part.settled(positive)).toList());
    }
    if (this instanceof Some some) {
      return some(some.parts().stream().map(part -> part.settled(positive)).toList());
    }
    return this instanceof Not not ? not.part().settled(!positive).negated() : this;
  }

  /** What is left of it for calls with this value. */
  default Condition given(Dimension dimension, Optional<String> value) {
    if (this instanceof One one) {
      return one.dimension().equals(dimension) ? of(one.test().holds(value)) : this;
    }
    if (this instanceof All all) {
      return all(given(all.parts(), dimension, value));
    }
    if (this instanceof Some some) {
      return some(given(some.parts(), dimension, value));
    }
    return this instanceof Not not ? not.part().given(dimension, value).negated() : this;
  }

  private static ImmutableList<Condition> given(
      List<Condition> parts, Dimension dimension, Optional<String> value) {
    return parts.stream().map(part -> part.given(dimension, value)).collect(toImmutableList());
  }

  /** Passes on each test in it, from left to right. */
  default void visit(BiConsumer<Dimension, TextTest> visitor) {
    if (this instanceof One one) {
      visitor.accept(one.dimension(), one.test());
    } else if (this instanceof All all) {
      all.parts().forEach(part -> part.visit(visitor));
    } else if (this instanceof Some some) {
      some.parts().forEach(part -> part.visit(visitor));
    } else if (this instanceof Not not) {
      not.part().visit(visitor);
    }
  }

  /** What its first test looks at; absent: it is a constant. */
  default Optional<Dimension> first() {
    if (this instanceof One one) {
      return Optional.of(one.dimension());
    }
    if (this instanceof All all) {
      return all.parts().get(0).first();
    }
    if (this instanceof Some some) {
      return some.parts().get(0).first();
    }
    return this instanceof Not not ? not.part().first() : Optional.empty();
  }
}
