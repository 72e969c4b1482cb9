// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Stopwatch;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
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
  private final Optional<Timer> timer;

  @GuardedBy("this")
  private Supplier<String> work = () -> "";

  @GuardedBy("this")
  private boolean ended;

  @GuardedBy("this")
  private boolean shown;

  private Progress(PrintWriter err, Optional<Timer> timer) {
    this.err = err;
    this.timer = timer;
  }

  /** Nothing is shown unless the property is set, nor in the first two seconds. */
  static Progress on(PrintWriter err) {
    Optional<Timer> timer =
        Boolean.getBoolean(PROPERTY) ? Optional.of(new Timer("progress", true)) : Optional.empty();
    Progress progress = new Progress(err, timer);
    TimerTask showing =
        new TimerTask() {
          @Override
          public void run() {
            progress.show();
          }
        };
    timer.ifPresent(of -> of.schedule(showing, FIRST.toMillis(), BETWEEN.toMillis()));
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
    timer.ifPresent(Timer::cancel);
    ended = true;
    if (shown) {
      err.print(CLEAR);
      err.flush();
    }
  }

  /** Shows the line once, unless the work has ended. */
  synchronized void show() {
    if (!ended) {
      err.print(CLEAR + "rutter: " + work.get() + " (" + since.elapsed().toSeconds() + " s)");
      err.flush();
      shown = true;
    }
  }
}
