// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One change brought to all proxies, by istiod and Rutter in turn: {@code Pushes ISTIOD SECONDS
 * SIDECARS,... CHANGE...}. Of both, the clock and the processor's time of the whole process count,
 * in all threads and with the collection of garbage. Without istiod ({@code -}) only Rutter runs.
 */
public final class Pushes {
  private static final int SERVICES = 1_000;
  private static final int TURNS = 2;

  private Pushes() {}

  /** Runs the program. */
  public static void main(String[] args) throws Exception {
    double seconds = Double.parseDouble(args[1]);
    List<PushedChange> changes = Arrays.stream(args).skip(3).map(PushedChange::parse).toList();
    for (String sidecars : args[2].split(",", -1)) {
      push(new PushedMesh(Integer.parseInt(sidecars), SERVICES), changes, args[0], seconds);
    }
  }

  private static void push(
      PushedMesh mesh, List<PushedChange> changes, String istiod, double seconds)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("mesh", ".yaml");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      mesh.write(writer);
    }
    PushedProxies proxies = new PushedProxies(Translations.read(mesh));
    for (PushedChange change : changes) {
      PushedProxies.Push push = proxies.pushOf(change);
      ProcessTime.of(2 * seconds, push);
      for (int turn = 0; turn < TURNS; turn++) {
        ProcessTime rutter = ProcessTime.of(seconds, push);
        System.out.printf("%,6d sidecars  %-16s", mesh.sidecars(), change.id());
        if (!istiod.equals("-")) {
          ProcessTime other = new Istiod(istiod).push(seconds, change.key(), file);
          print("istiod", other);
          print("rutter", rutter);
          System.out.printf(
              "  ratio %6.1f by the clock, %6.1f by the processor",
              other.median() / rutter.median(), other.processor() / rutter.processor());
        } else {
          print("rutter", rutter);
        }
        System.out.printf("  %,d bytes%n", push.run());
      }
    }
    Files.delete(file);
  }

  private static void print(String program, ProcessTime time) {
    System.out.printf("  %s %8.2f ms (processor %8.2f)", program, time.median(), time.processor());
  }
}
