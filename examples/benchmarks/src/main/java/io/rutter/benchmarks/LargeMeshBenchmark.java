// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A mesh of ten endpoints a service, read and translated for one sidecar that sees all of it, in a
 * heap of 1 GiB. With JMH's {@code gc} profiler {@code gc.alloc.rate.norm} is what one run
 * allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class LargeMeshBenchmark {
  private static final int ENDPOINTS = 10;

  /** How many services the mesh has. */
  @Param({"1000", "5000"})
  public int services;

  private String yaml = "";
  private LoadResult loaded = read("");
  private CompiledMesh compiled = Translator.create().compile(loaded.snapshot());

  /** Makes what each step begins with. */
  @Setup
  public void prepare() {
    yaml = new ManyServices(services, ENDPOINTS).text();
    loaded = read(yaml);
    compiled = Translator.create().compile(loaded.snapshot());
  }

  /** YAML to the model. */
  @Benchmark
  public LoadResult load() {
    return read(yaml);
  }

  private static LoadResult read(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml)));
  }

  /** The model to its index. */
  @Benchmark
  public CompiledMesh compile() {
    return Translator.create().compile(loaded.snapshot());
  }

  /** The index to the resources of one proxy. */
  @Benchmark
  public XdsResources translate() {
    return compiled.translate(loaded.snapshot().proxies().get(0));
  }

  /** All of it. */
  @Benchmark
  public XdsResources whole() {
    LoadResult mesh = load();
    return Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));
  }
}
