// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What runs cost by the clock, and the processor in all threads: collection of garbage and Java's
 * compiler included.
 *
 * @param runs how many
 * @param median the median by the clock, in milliseconds
 * @param least the fastest by the clock, in milliseconds
 * @param processor the mean of the processor's time, in milliseconds
 */
record ProcessTime(int runs, double median, double least, double processor) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** As many runs as these seconds have room for by the clock, at least three. */
  static ProcessTime of(double seconds, ProcessorTime.Run run) throws IOException {
    List<Double> times = new ArrayList<>();
    long sum = 0;
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    do {
      sum += run.run();
      long now = System.nanoTime();
      times.add((now - start) / 1e6);
      start = now;
    } while (start < end || times.size() < 3);
    if (sum == 0) {
      throw new IOException("the runs gave no bytes");
    }
    return of(times, (SYSTEM.getProcessCpuTime() - processor) / 1e6 / times.size());
  }

  /** A single run. */
  static ProcessTime once(ProcessorTime.Run run) throws IOException {
    long processor = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    if (run.run() == 0) {
      throw new IOException("the run gave nothing");
    }
    double time = (System.nanoTime() - start) / 1e6;
    return new ProcessTime(1, time, time, (SYSTEM.getProcessCpuTime() - processor) / 1e6);
  }

  /** The lesser of both, part by part: other load on the machine only adds to each. */
  ProcessTime better(ProcessTime other) {
    return new ProcessTime(
        Math.max(runs, other.runs),
        Math.min(median, other.median),
        Math.min(least, other.least),
        Math.min(processor, other.processor));
  }

  private static ProcessTime of(List<Double> times, double processor) {
    Collections.sort(times);
    return new ProcessTime(times.size(), times.get(times.size() / 2), times.get(0), processor);
  }
}
