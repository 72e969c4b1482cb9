// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.collect.ImmutableSet;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Prints events, each as one line of {@code key=value}: a person reads it, {@code grep} finds it,
 * and every log collector takes it apart.
 *
 * <p>Bounded: of what clients can cause, so many events of one name are printed in each span of
 * time, and then how many more there were.
 */
public final class EventLog implements EventSink {
  private static final int MOST_IN_SPAN = 100;
  private static final int SPAN_SECONDS = 10;

  /** What files cause and not clients: all of it is printed. */
  private static final ImmutableSet<String> COMPLETE = ImmutableSet.of("problem");

  private final Consumer<String> lines;
  private final Event.Level least;
  private final InstantSource clock;

  /** How many events of a name there were in this span. */
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  private long spanStart;

  /**
   * A log.
   *
   * @param lines takes the lines, one at a time
   * @param least what matters less is left out
   */
  public EventLog(Consumer<String> lines, Event.Level least, InstantSource clock) {
    this.lines = lines;
    this.least = least;
    this.clock = clock;
    this.spanStart = clock.instant().getEpochSecond();
  }

  @Override
  public synchronized void accept(Event event) {
    if (event.level().compareTo(least) < 0) {
      return;
    }
    flush();
    if (COMPLETE.contains(event.name())
        || counts.merge(event.name(), 1, Integer::sum) <= MOST_IN_SPAN) {
      print(event);
    }
  }

  /** Tells what was left out, when a span has ended. To be called now and then. */
  synchronized void flush() {
    long now = clock.instant().getEpochSecond();
    if (now - spanStart < SPAN_SECONDS && now >= spanStart) {
      return;
    }
    spanStart = now;
    counts.forEach(
        (name, count) -> {
          if (count > MOST_IN_SPAN) {
            print(
                Event.of(Event.Level.WARN, "left-out")
                    .with("of", name)
                    .with("count", count - MOST_IN_SPAN));
          }
        });
    counts.clear();
  }

  private void print(Event event) {
    StringBuilder line =
        new StringBuilder()
            .append("time=")
            .append(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .append(" level=")
            .append(event.level().name().toLowerCase(Locale.ROOT))
            .append(" event=")
            .append(event.name());
    event
        .details()
        .forEach(
            (key, value) -> line.append(' ').append(key).append('=').append(LogText.of(value)));
    lines.accept(line.toString());
  }
}
