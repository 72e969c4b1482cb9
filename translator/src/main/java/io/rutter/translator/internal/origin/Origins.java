// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.origin;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.rutter.translator.internal.proto.Anys;

/**
 * Takes down what messages are made from, while they are made. Who translates has {@link #NONE},
 * which costs nothing; who asks for origins translates once more with {@code KeptOrigins}. Messages
 * are known by identity: Protobuf's builders keep the messages that they are given, and who copies
 * one says so ({@link #pass}).
 */
public abstract class Origins {
  /** Keeps nothing. */
  public static final Origins NONE = new Unkept();

  Origins() {}

  /** Whether anybody asks: who needs work to tell an origin need not do it otherwise. */
  public abstract boolean areKept();

  /**
   * Says what a part of a message is made from.
   *
   * @param part the path from the message to the part, as JSON names fields; empty: the message
   */
  public abstract void add(Message message, String part, ConfigPart origin);

  /** Says that the second message is a copy of the first with changes. */
  public abstract void pass(Message from, Message to);

  /** Packs a message whose parts have origins. */
  public abstract Any pack(Message message);

  /**
   * Where the values of the mesh are written.
   *
   * @throws IllegalStateException if origins are not kept
   */
  public abstract WrittenPlaces places();

  /** Says what a message is made from. */
  public final void add(Message message, ConfigPart origin) {
    add(message, "", origin);
  }

  private static final class Unkept extends Origins {
    @Override
    public boolean areKept() {
      return false;
    }

    @Override
    public void add(Message message, String part, ConfigPart origin) {}

    @Override
    public void pass(Message from, Message to) {}

    @Override
    public Any pack(Message message) {
      return Anys.pack(message);
    }

    @Override
    public WrittenPlaces places() {
      throw new IllegalStateException("origins are not kept");
    }
  }
}
