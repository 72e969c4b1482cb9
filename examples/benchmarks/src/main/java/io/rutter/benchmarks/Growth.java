// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.model.validation.ValidatedSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What twice as many services, routes or endpoints cost: {@code Growth SECONDS}. Prints the fastest
 * full translation of one proxy for each size, from the model to bytes, and how many times that of
 * half the size it is. The sizes take turns, so that a busy moment of the machine or of Java's
 * compiler spoils one turn of a size and not all of them.
 */
public final class Growth {
  private static final int TURNS = 5;

  private Growth() {}

  private record Size(int size, ValidatedSnapshot mesh) {}

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    double seconds = Double.parseDouble(args[0]);
    print(seconds, "services", 1_250, 20_000, services -> new PlainServices(services, "http", 80));
    print(seconds, "routes", 1_250, 20_000, SharedGatewayHost::new);
    print(
        seconds,
        "endpoints",
        10_000,
        160_000,
        endpoints -> new ManyServices(1_000, endpoints / 1_000));
  }

  private static void print(
      double seconds, String what, int first, int last, IntFunction<MeshShape> shapes)
      throws IOException {
    List<Size> sizes = new ArrayList<>();
    for (int size = first; size <= last; size *= 2) {
      sizes.add(new Size(size, Translations.read(shapes.apply(size))));
    }
    double[] best = new double[sizes.size()];
    for (int turn = 0; turn <= TURNS; turn++) {
      for (int i = 0; i < best.length; i++) {
        ValidatedSnapshot mesh = sizes.get(i).mesh();
        double time = ProcessorTime.least(seconds, () -> Translations.full(mesh));
        // The first turn only warms up.
        best[i] = turn <= 1 ? time : Math.min(best[i], time);
      }
    }
    for (int i = 0; i < best.length; i++) {
      System.out.printf("%-10s %,8d %9.1f ms", what, sizes.get(i).size(), best[i]);
      System.out.println(i == 0 ? "" : "   x%.2f".formatted(best[i] / best[i - 1]));
    }
  }
}
