// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/** Passes on the events of a parser, which are about as many as the nodes, up to a number. */
final class CountingParser implements Parser {
  private final Parser parser;
  private final int most;
  private int count;

  CountingParser(Parser parser, int most) {
    this.parser = parser;
    this.most = most;
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
    if (++count > most) {
      throw new TooManyNodesException();
    }
    return parser.getEvent();
  }
}
