// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.sun.management.ThreadMXBean;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.MeshDiffReport;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What a change does to calls, resources and findings, as text, of 1,000 services: {@code Diffs
 * SECONDS SIDECARS CHANGE...}. The first comparison of the program, then further ones for as long.
 * Each begins with two meshes, the second made from the first, of which nothing is translated yet.
 */
public final class Diffs {
  private static final int SERVICES = 1_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Diffs() {}

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    double seconds = Double.parseDouble(args[0]);
    int sidecars = Integer.parseInt(args[1]);
    ValidatedSnapshot mesh = Translations.read(new PushedMesh(sidecars, SERVICES));
    for (int i = 2; i < args.length; i++) {
      PushedChange change = PushedChange.parse(args[i]);
      System.out.printf("%,6d sidecars  %-16s", sidecars, change.id());
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      print("first", ProcessTime.once(() -> compare(mesh, change)));
      System.out.printf(
          "  %,6d MB allocated", (THREADS.getCurrentThreadAllocatedBytes() - allocated) >> 20);
      ProcessTime warm = ProcessTime.of(seconds, () -> compare(mesh, change));
      print("warm", warm);
      System.out.printf("  %,d characters%n", compare(mesh, change));
    }
  }

  private static void print(String name, ProcessTime time) {
    System.out.printf("  %s %,8.1f ms (processor %,8.1f)", name, time.median(), time.processor());
  }

  private static long compare(ValidatedSnapshot mesh, PushedChange change) {
    CompiledMesh before = Translator.create().compile(mesh);
    CompiledMesh after = before.with(change.other(before.snapshot()));
    return MeshDiffReport.text(MeshDiff.of(before, after)).length();
  }
}
