// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** One line for each event, whatever is in it. */
class EventLogTest {
  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05.678912Z");
  private final EventLog log = new EventLog(lines::add, Event.Level.INFO, () -> now);

  private static Event event(String value) {
    return Event.of(Event.Level.WARN, "nack").with("proxy", "edge.e2e").with("message", value);
  }

  private String line(String value) {
    log.accept(event(value));
    return lines.remove(0);
  }

  @Test
  void anEventIsALine() {
    assertThat(line("no"))
        .isEqualTo("time=2026-01-02T03:04:05.678Z level=warn event=nack proxy=edge.e2e message=no");
    assertThat(line("two words")).endsWith(" message=\"two words\"");
    assertThat(line("")).endsWith(" message=\"\"");
    assertThat(line("a=b")).endsWith(" message=\"a=b\"");
    assertThat(line("\"a\\b\"")).endsWith(" message=\"\\\"a\\\\b\\\"\"");
    assertThat(line("é 漢")).endsWith(" message=\"é 漢\"");
  }

  @Test
  void nothingForgesALineOrSteersATerminal() {
    assertThat(line("x\r\n::error::pwn\u001b[31m\u0007\b\t\0"))
        .endsWith(" message=\"x\\r\\n::error::pwn\\u001b[31m\\u0007\\u0008\\t\\u0000\"");
    assertThat(line("\u202e\u2066\u2028\u2029\u0085\u009b\u007f\ufeff\u200f\ud800"))
        .endsWith("\"\\u202e\\u2066\\u2028\\u2029\\u0085\\u009b\\u007f\\ufeff\\u200f\\ud800\"");
  }

  @Test
  void noTextBreaksTheForm() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(20); c > 0; c--) {
        text.appendCodePoint(
            random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x110000));
      }
      now = now.plusSeconds(20);
      String line = line(text.toString());
      assertThat(line)
          .matches(
              "time=\\S+ level=warn event=nack proxy=\\S+ message=(\\S+|\"([^\"\\\\]|\\\\.)*+\")");
      assertThat(line.codePoints().map(Character::getType))
          .doesNotContain(
              (int) Character.CONTROL,
              (int) Character.FORMAT,
              (int) Character.LINE_SEPARATOR,
              (int) Character.PARAGRAPH_SEPARATOR,
              (int) Character.SURROGATE);
    }
  }

  @Test
  void longValuesAreCut() {
    assertThat(line("x".repeat(100_000)).length()).isLessThan(2_200);
  }

  @Test
  void floodsAreCounted() {
    for (int i = 0; i < 1_000; i++) {
      log.accept(event("" + i));
    }
    assertThat(lines).hasSize(100);
    log.accept(Event.of(Event.Level.INFO, "gone"));
    assertThat(lines).hasSize(101);
    now = now.plusSeconds(10);
    log.accept(Event.of(Event.Level.INFO, "gone"));
    assertThat(lines.get(101)).endsWith(" event=left-out of=nack count=900");
    assertThat(lines).hasSize(103);
  }

  @Test
  void allProblemsOfAMeshArePrinted() {
    for (int i = 0; i < 1_000; i++) {
      log.accept(Event.of(Event.Level.ERROR, "problem").with("message", i));
    }
    assertThat(lines).hasSize(1_000);
  }

  @Test
  void whatMattersLessIsLeftOut() {
    log.accept(Event.of(Event.Level.DEBUG, "detail"));
    assertThat(lines).isEmpty();
  }

  @Test
  void whatLibrariesSayIsALineToo() throws Exception {
    try {
      LibraryLog.sendTo(log);
      Logger library = Logger.getLogger("io.grpc.test");
      library.info("all well");
      library.log(Level.SEVERE, "failed\n\tat nowhere", new IllegalStateException("a\nb"));
      assertThat(lines)
          .singleElement()
          .asString()
          .contains(
              "level=error event=library logger=io.grpc.test message=\"failed\\n\\tat nowhere\""
                  + " error=\"java.lang.IllegalStateException: a\\nb at ");
    } finally {
      LogManager.getLogManager().readConfiguration();
    }
  }
}
