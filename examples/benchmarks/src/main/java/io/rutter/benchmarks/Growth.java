// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.model.MeshSnapshot;
import java.io.IOException;
import java.util.function.IntFunction;

/**
 * What twice as many services, routes or endpoints cost: {@code Growth SECONDS}. Prints the fastest
 * full translation of one proxy for each size, from the model to bytes, and how many times that of
 * half the size it is.
 */
public final class Growth {
  private Growth() {}

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
    double half = 0;
    for (int size = first; size <= last; size *= 2) {
      MeshSnapshot mesh = Translations.read(shapes.apply(size));
      ProcessorTime.least((size == first ? 6 : 2) * seconds, () -> Translations.full(mesh));
      double time = ProcessorTime.least(seconds, () -> Translations.full(mesh));
      System.out.printf("%-10s %,8d %9.1f ms", what, size, time);
      System.out.println(half == 0 ? "" : "   x%.2f".formatted(time / half));
      half = time;
    }
  }
}
