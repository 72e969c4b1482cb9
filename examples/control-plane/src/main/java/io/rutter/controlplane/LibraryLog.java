// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.controlplane.xds.Event;
import io.rutter.controlplane.xds.EventSink;
import io.rutter.controlplane.xds.StackSummary;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What libraries say becomes events: one line each, in place of the stack traces of Java's log. */
final class LibraryLog extends Handler {
  /** Tells again, with raw names, what the streams have told. Kept, or its level would be lost. */
  private static final Logger DISCOVERY = Logger.getLogger("io.envoyproxy.controlplane");

  private final EventSink events;

  private LibraryLog(EventSink events) {
    this.events = events;
  }

  /** From now on all that libraries log goes there, warnings and worse. */
  static void sendTo(EventSink events) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryLog(events));
    DISCOVERY.setLevel(Level.OFF);
  }

  @Override
  public void publish(LogRecord record) {
    Event event =
        Event.of(
                record.getLevel().intValue() >= Level.SEVERE.intValue()
                    ? Event.Level.ERROR
                    : Event.Level.WARN,
                "library")
            .with("logger", String.valueOf(record.getLoggerName()))
            .with("message", new SimpleFormatter().formatMessage(record));
    Throwable thrown = record.getThrown();
    events.accept(thrown == null ? event : event.with("error", StackSummary.of(thrown)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
