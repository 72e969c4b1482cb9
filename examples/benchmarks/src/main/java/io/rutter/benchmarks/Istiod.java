// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference program, which repeats what is asked for some seconds and prints how long that took
 * by the clock. What a longer program took more of the processor than a short one did, in which
 * start and reading do not count, is divided among all that it repeated by the clock's times: the
 * program also measures parts of a translation, each as long as the whole.
 *
 * @param command the program
 */
record Istiod(String command) {
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");

  private static final Pattern NUMBER = Pattern.compile("\\s*([0-9.]+)");

  private static final Pattern REPEATED =
      Pattern.compile(
          "\"ms_median\": ([0-9.]+),\\s*\"ms_min\": [^,]+,\\s*(?:\"proxies\": [0-9]+,\\s*)?"
              + "\"runs\": ([0-9]+)");

  /** What one program printed, and its processor's time in milliseconds. */
  private record Output(String text, double processor) {}

  /** Full translations of one proxy, its caches off. */
  ProcessTime bench(double seconds, Path file) throws IOException, InterruptedException {
    return measured(seconds, "\"init+generate\":", "bench", file, List.of());
  }

  /** Pushes of one changed object to all proxies, its caches on. */
  ProcessTime push(double seconds, String changed, Path file)
      throws IOException, InterruptedException {
    return measured(seconds, "", "push", file, List.of("-changed", changed));
  }

  private ProcessTime measured(
      double seconds, String part, String what, Path file, List<String> options)
      throws IOException, InterruptedException {
    Output few = run(0, what, file, options);
    Output many = run(seconds, what, file, options);
    double median = number(many, part, "ms_median");
    return new ProcessTime(
        (int) number(many, part, "runs"),
        median,
        number(many, part, "ms_min"),
        median * (many.processor() - few.processor()) / (repeated(many) - repeated(few)));
  }

  /** The milliseconds by the clock of all that was repeated. */
  private static double repeated(Output output) {
    return REPEATED
        .matcher(output.text())
        .results()
        .mapToDouble(one -> Double.parseDouble(one.group(1)) * Double.parseDouble(one.group(2)))
        .sum();
  }

  private Output run(double seconds, String what, Path file, List<String> options)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" && times", "sh", command, what));
    arguments.addAll(List.of("-seconds", Double.toString(seconds)));
    arguments.addAll(options);
    arguments.add(file.toString());
    Process process =
        new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher times = CHILDREN.matcher(output);
    if (process.waitFor() != 0 || !times.find()) {
      throw new IOException(what + " of istiod: " + output);
    }
    return new Output(
        output,
        milliseconds(times.group(1), times.group(2))
            + milliseconds(times.group(3), times.group(4)));
  }

  private static double milliseconds(String minutes, String seconds) {
    return 60_000 * Double.parseDouble(minutes) + 1_000 * Double.parseDouble(seconds);
  }

  private static double number(Output output, String part, String name) throws IOException {
    String text = output.text();
    String key = "\"" + name + "\":";
    int at = text.indexOf(key, Math.max(0, text.indexOf(part)));
    Matcher found = NUMBER.matcher(text);
    if (at < 0 || !found.region(at + key.length(), text.length()).lookingAt()) {
      throw new IOException("istiod: " + text);
    }
    return Double.parseDouble(found.group(1));
  }
}
