// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.protobuf.Message;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.Translator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * istiod and Rutter on the same file in turn: {@code Ratios ISTIOD SECONDS SHAPE...}. Of each the
 * fastest full translation of the first proxy counts, from the model to bytes, because that is what
 * other load on the machine disturbs least. Rutter's time is that of the processor, without
 * collection of garbage; istiod tells only time by the clock.
 */
public final class Ratios {
  private static final String PART = "\"init+generate\":";
  private static final Pattern TIME = Pattern.compile("\"ms_min\":\\s*([0-9.]+)");

  private Ratios() {}

  /** Runs the program. */
  public static void main(String[] args) throws Exception {
    double seconds = Double.parseDouble(args[1]);
    for (String name : Arrays.asList(args).subList(2, args.length)) {
      Shape shape = Shape.parse(name);
      Path file = Files.createTempFile("mesh", ".yaml");
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        shape.mesh().write(writer);
      }
      double istiod = istiod(args[0], args[1], file);
      ValidatedSnapshot mesh = Translations.read(shape.mesh());
      ProcessorTime.least(4 * seconds, () -> Translations.full(mesh));
      double rutter = ProcessorTime.least(seconds, () -> Translations.full(mesh));
      istiod = Math.min(istiod, istiod(args[0], args[1], file));
      rutter = Math.min(rutter, ProcessorTime.least(seconds, () -> Translations.full(mesh)));
      double floor = floor(seconds, mesh);
      System.out.printf(
          "%-12s istiod %8.2f ms  rutter %8.2f ms  ratio %5.1f  floor %7.2f ms  x%.1f  %d bytes%n",
          name, istiod, rutter, istiod / rutter, floor, rutter / floor, Translations.full(mesh));
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

  private static double istiod(String command, String seconds, Path file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command, "bench", "-seconds", seconds, file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher found = TIME.matcher(output);
    if (process.waitFor() != 0 || !found.find(Math.max(0, output.indexOf(PART)))) {
      throw new IOException("istiod bench: " + output);
    }
    return Double.parseDouble(found.group(1));
  }
}
