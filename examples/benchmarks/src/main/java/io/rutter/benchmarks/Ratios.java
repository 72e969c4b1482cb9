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
 * istiod and Rutter on the same file in turn: {@code Ratios ISTIOD SECONDS TURNS SHAPE...}: full
 * translations of the first proxy, from the model to bytes. Of both programs the median by the
 * clock and the processor's time of the whole process count, in all threads and with the collection
 * of garbage. Of several turns the best one of each program counts: other load on the machine, also
 * by machines beside a virtual one, comes and goes, and Java's compiler has done its work after
 * some of them. The floor is the least time of the processor in one thread.
 */
public final class Ratios {
  /** How many turns it takes until Java has compiled what a shape needs. */
  private static final int WARM_UP = 20;

  private Ratios() {}

  /** Runs the program. */
  public static void main(String[] args) throws Exception {
    Istiod reference = new Istiod(args[0]);
    double seconds = Double.parseDouble(args[1]);
    int turns = Integer.parseInt(args[2]);
    for (String name : Arrays.asList(args).subList(3, args.length)) {
      Shape shape = Shape.parse(name);
      Path file = Files.createTempFile("mesh", ".yaml");
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        shape.mesh().write(writer);
      }
      ValidatedSnapshot mesh = Translations.read(shape.mesh());
      ProcessTime.of(WARM_UP * seconds, () -> Translations.full(mesh));
      ProcessTime istiod = reference.bench(seconds, file);
      ProcessTime rutter = ProcessTime.of(seconds, () -> Translations.full(mesh));
      for (int turn = 1; turn < turns; turn++) {
        istiod = istiod.better(reference.bench(seconds, file));
        rutter = rutter.better(ProcessTime.of(seconds, () -> Translations.full(mesh)));
      }
      double floor = floor(seconds / 2, mesh);
      System.out.printf(
          "%-12s istiod %6.2f ms (least %6.2f, processor %6.2f)  rutter %6.2f ms (least %6.2f,"
              + " processor %6.2f)  ratio %4.1f by the clock, %4.1f by the processor, %4.1f of the"
              + " least  floor %6.2f ms  x%.1f  %d bytes%n",
          name,
          istiod.median(),
          istiod.least(),
          istiod.processor(),
          rutter.median(),
          rutter.least(),
          rutter.processor(),
          istiod.median() / rutter.median(),
          istiod.processor() / rutter.processor(),
          istiod.least() / rutter.least(),
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
