// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Waits for what must come. The bound is far beyond what a busy machine takes: a test that waits
 * this long has found a fault, and one that finds none does not wait.
 */
public final class Waiting {
  /** How long anything may take. */
  public static final Duration MOST = Duration.ofMinutes(2);

  private Waiting() {}

  /**
   * Waits until something is so.
   *
   * @param more what else there is to know, told if it is not
   */
  public static void until(String what, Supplier<?> more, Callable<Boolean> condition) {
    long end = System.nanoTime() + MOST.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.call()) {
          return;
        }
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        fail(what + ": interrupted");
      } catch (Exception e) {
        last = e;
      }
    }
    fail(what + ": not within " + MOST.toSeconds() + " s; " + more.get(), last);
  }
}
