// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.model.proxy.Proxy;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 100 sidecars of one mesh against one of them, from the model to bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 50)
@Measurement(iterations = 30)
public class SidecarsBenchmark {
  private ValidatedSnapshot mesh;

  /** Reads the mesh. */
  @Setup
  public void read() {
    mesh = Translations.read(Shape.SIDECARS.mesh());
  }

  /** One sidecar. */
  @Benchmark
  public long one() {
    return Translations.full(mesh);
  }

  /** All of them. */
  @Benchmark
  public long hundred() {
    CompiledMesh compiled = Translator.create().compile(mesh);
    long bytes = 0;
    for (Proxy proxy : mesh.snapshot().proxies()) {
      bytes += Translations.bytes(compiled.translate(proxy));
    }
    return bytes;
  }
}
