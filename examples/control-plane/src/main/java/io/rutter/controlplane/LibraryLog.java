// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.Throwables;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What libraries say becomes events: one line each, in place of the stack traces of Java's log. */
public final class LibraryLog extends Handler {
  /** Without most of the bytes that a client sent which speaks something else. */
  private static final int MOST_OF_REASON = 200;

  /** Tells again, with raw names, what the streams have told. Kept, or its level would be lost. */
  private static final Logger DISCOVERY = Logger.getLogger("io.envoyproxy.controlplane");

  /** Where gRPC tells, below the level of warnings, why a client cannot be served. */
  private static final Logger HANDSHAKES = ofServer("ProtocolNegotiators");

  private static final Logger CONNECTIONS = ofServer("NettyServerTransport.connections");

  private final EventSink events;

  private LibraryLog(EventSink events) {
    this.events = events;
  }

  private static Logger ofServer(String name) {
    return Logger.getLogger(NettyServerBuilder.class.getPackageName() + "." + name);
  }

  /** From now on all that libraries log goes there, warnings and worse, and failed connections. */
  public static void sendTo(EventSink events) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryLog(events));
    DISCOVERY.setLevel(Level.OFF);
    HANDSHAKES.setLevel(Level.FINE);
    CONNECTIONS.setLevel(Level.INFO);
  }

  @Override
  public void publish(LogRecord record) {
    String logger = String.valueOf(record.getLoggerName());
    if (logger.equals(HANDSHAKES.getName()) || logger.equals(CONNECTIONS.getName())) {
      publishFailure(record.getThrown());
      return;
    }
    Event event =
        Event.of(
                record.getLevel().intValue() >= Level.SEVERE.intValue()
                    ? Event.Level.ERROR
                    : Event.Level.WARN,
                "library")
            .with("logger", logger)
            .with("message", new SimpleFormatter().formatMessage(record));
    Throwable thrown = record.getThrown();
    events.accept(thrown == null ? event : event.with("error", StackSummary.of(thrown)));
  }

  /** A handshake that fails has no cause here: the other end says it. */
  private void publishFailure(@Nullable Throwable thrown) {
    events.accept(
        thrown == null
            ? failure(Event.Level.INFO, "TLS handshake failed")
            : failure(
                Event.Level.WARN, String.valueOf(Throwables.getRootCause(thrown).getMessage())));
  }

  private static Event failure(Event.Level level, String reason) {
    return Event.of(level, "connection-failed")
        .with("reason", reason.substring(0, Math.min(reason.length(), MOST_OF_REASON)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
