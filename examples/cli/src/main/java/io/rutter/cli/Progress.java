// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Stopwatch;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One line on standard error about work that takes long, where a person sees it: the launcher says
 * by a property whether standard error is a terminal. The line is gone when the work ends.
 */
final class Progress implements AutoCloseable {
  /** Set by the launcher. */
  static final String PROPERTY = "rutter.progress";

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofMillis(250);

  /** To the start of the line, which is then cleared to its end. */
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter err;
  private final Stopwatch since = Stopwatch.createStarted();

  @GuardedBy("this")
  private Supplier<String> work = () -> "";

  @GuardedBy("this")
  private boolean ended;

  @GuardedBy("this")
  private boolean shown;

  private Progress(PrintWriter err) {
    this.err = err;
  }

  /** Nothing is shown unless the property is set, nor in the first two seconds. */
  static Progress on(PrintWriter err) {
    Progress progress = new Progress(err);
    if (Boolean.getBoolean(PROPERTY)) {
      Thread thread = new Thread(progress::run, "progress");
      thread.setDaemon(true);
      thread.start();
    } else {
      progress.close();
    }
    return progress;
  }

  /** What is done from now on. */
  void stage(String name) {
    stage(() -> name);
  }

  /** What is done from now on, asked for again each time that it is shown. */
  synchronized void stage(Supplier<String> name) {
    work = name;
  }

  @Override
  public synchronized void close() {
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
    shown = false;
    ended = true;
    notifyAll();
  }

  private synchronized void run() {
    try {
      wait(FIRST.toMillis());
      while (!ended) {
        show();
        wait(BETWEEN.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Shows the line once. */
  synchronized void show() {
    err.print(CLEAR + "rutter: " + work.get() + " (" + since.elapsed().toSeconds() + " s)");
    err.flush();
    shown = true;
  }
}
