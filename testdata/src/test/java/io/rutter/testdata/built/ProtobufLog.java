// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import com.google.protobuf.CodedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What protobuf logs as it writes: a warning with a stack trace for half of a surrogate pair. While
 * this is open it goes nowhere else.
 */
final class ProtobufLog extends Handler implements AutoCloseable {
  /** Held, because a logger that nobody holds forgets its handlers. */
  private static final Logger LOGGER = Logger.getLogger(CodedOutputStream.class.getName());

  private final List<String> messages = new ArrayList<>();

  private ProtobufLog() {}

  static ProtobufLog open() {
    ProtobufLog log = new ProtobufLog();
    LOGGER.addHandler(log);
    LOGGER.setUseParentHandlers(false);
    return log;
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void publish(LogRecord logged) {
    messages.add(logged.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
  }
}
