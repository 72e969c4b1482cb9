// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a run costs the processor in this thread: other load disturbs that least. */
final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** What is measured; its result keeps the compiler from leaving it out. */
  interface Run {
    long run() throws IOException;
  }

  /** The processor's time of this thread so far, in nanoseconds. */
  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /**
   * The fastest of the runs that this many seconds have room for, at least one; in milliseconds.
   */
  static double least(double seconds, Run run) throws IOException {
    long end = now() + (long) (seconds * 1e9);
    long best = Long.MAX_VALUE;
    long sum = 0;
    do {
      long start = now();
      sum += run.run();
      best = Math.min(best, now() - start);
    } while (now() < end);
    if (sum == 0) {
      throw new IOException("the run gave no bytes");
    }
    return best / 1e6;
  }
}
