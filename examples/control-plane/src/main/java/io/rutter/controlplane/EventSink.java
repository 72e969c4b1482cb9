// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

/** Takes what happens, from any thread. */
@FunctionalInterface
public interface EventSink {
  /** Takes an event; must not throw. */
  void accept(Event event);
}
