// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import com.google.protobuf.Message;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.translator.Translator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The full translation of one proxy for each shape, from the model to bytes, and as its floor the
 * serialisation of the same messages by protobuf alone. The output's bytes are printed once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 200)
@Measurement(iterations = 100)
public class ShapeBenchmark {
  /** Which mesh. */
  @Param({
    "GATEWAYS",
    "SHARED_HOST",
    "HTTP",
    "TCP",
    "TLS",
    "UNDECLARED",
    "RULES",
    "ENTRIES",
    "LARGE"
  })
  public Shape shape;

  private ValidatedSnapshot mesh;
  private List<Message> messages;

  /** Reads the mesh. */
  @Setup
  public void read() {
    mesh = Translations.read(shape.mesh());
    System.out.println("output bytes: " + Translations.full(mesh));
  }

  /** Messages whose size was not asked for yet. */
  @Setup(Level.Invocation)
  public void copy() throws IOException {
    messages =
        Translations.copies(
            Translator.create().compile(mesh).translate(mesh.snapshot().proxies().get(0)));
  }

  /** Compiles, translates and serialises. */
  @Benchmark
  public long full() {
    return Translations.full(mesh);
  }

  /** Serialises only. */
  @Benchmark
  public long floor() throws IOException {
    return Translations.serialize(messages);
  }
}
