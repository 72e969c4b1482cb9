// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.protobuf.Message;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.Translator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * istiod and Rutter on the same file in turn: {@code Ratios ISTIOD SECONDS SHAPE...}: full
 * translations of the first proxy, from the model to bytes. Of both programs the median by the
 * clock and the processor's time of the whole process count, in all threads and with the collection
 * of garbage; each has two turns, and the better one counts. The floor is the least time of the
 * processor in one thread.
 */
public final class Ratios {
  private Ratios() {}

  /** Runs the program. */
  public static void main(String[] args) throws Exception {
    Istiod reference = new Istiod(args[0]);
    double seconds = Double.parseDouble(args[1]);
    for (String name : Arrays.asList(args).subList(2, args.length)) {
      Shape shape = Shape.parse(name);
      Path file = Files.createTempFile("mesh", ".yaml");
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        shape.mesh().write(writer);
      }
      ProcessTime istiod = reference.bench(seconds, file);
      ValidatedSnapshot mesh = Translations.read(shape.mesh());
      ProcessTime.of(3 * seconds, () -> Translations.full(mesh));
      ProcessTime rutter = ProcessTime.of(seconds, () -> Translations.full(mesh));
      istiod = istiod.better(reference.bench(seconds, file));
      rutter = rutter.better(ProcessTime.of(seconds, () -> Translations.full(mesh)));
      double floor = floor(seconds / 2, mesh);
      System.out.printf(
          "%-12s istiod %6.2f ms (processor %6.2f)  rutter %6.2f ms (processor %6.2f)  ratio %4.1f"
              + " by the clock, %4.1f by the processor  floor %6.2f ms  x%.1f  %d bytes%n",
          name,
          istiod.median(),
          istiod.processor(),
          rutter.median(),
          rutter.processor(),
          istiod.median() / rutter.median(),
          istiod.processor() / rutter.processor(),
          floor,
          rutter.processor() / floor,
          Translations.full(mesh));
      Files.delete(file);
    }
  }

  private static double floor(double seconds, ValidatedSnapshot mesh) throws IOException {
    long end = ProcessorTime.now() + (long) (seconds * 1e9);
    double best = Double.MAX_VALUE;
    do {
      List<Message> copies =
          Translations.copies(
              Translator.create().compile(mesh).translate(mesh.snapshot().proxies().get(0)));
      best = Math.min(best, ProcessorTime.least(0, () -> Translations.serialize(copies)));
    } while (ProcessorTime.now() < end);
    return best;
  }
}
