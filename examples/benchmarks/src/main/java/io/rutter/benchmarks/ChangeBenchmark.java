// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/**
 * A change in the mesh of 5,000 services and 50,000 endpoints, from the new snapshot to the bytes
 * of all resources of one proxy, against making all of them anew.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 5)
public class ChangeBenchmark {
  private ValidatedSnapshot validated;
  private MeshSnapshot withOtherRoute;
  private MeshSnapshot withOtherRule;
  private MeshSnapshot withOtherEndpoint;
  private Proxy proxy;
  private CompiledMesh compiled;
  private XdsResources before;

  /** Translates the mesh and makes the changed ones. */
  @Setup
  public void prepare() {
    validated = Translations.read(Shape.LARGE.mesh());
    MeshSnapshot mesh = validated.snapshot();
    proxy = mesh.proxies().get(0);
    withOtherRoute =
        mesh.toBuilder()
            .virtualServices(withFirst(mesh.virtualServices(), ChangeBenchmark::slower))
            .build();
    withOtherRule =
        mesh.toBuilder()
            .destinationRules(withFirst(mesh.destinationRules(), ChangeBenchmark::withoutSubset))
            .build();
    withOtherEndpoint =
        mesh.toBuilder()
            .endpoints(withFirst(mesh.endpoints(), ChangeBenchmark::withoutEndpoint))
            .build();
    compiled = Translator.create().compile(validated);
    before = compiled.translate(proxy);
    Translations.bytes(before);
  }

  private static <T> List<T> withFirst(List<T> items, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>(items);
    changed.set(0, change.apply(items.get(0)));
    return changed;
  }

  private static VirtualService slower(VirtualService virtualService) {
    return virtualService.toBuilder()
        .http(
            virtualService.http().stream()
                .map(route -> route.toBuilder().timeout(Duration.ofSeconds(7)).build())
                .toList())
        .build();
  }

  private static DestinationRule withoutSubset(DestinationRule rule) {
    return rule.toBuilder().subsets(rule.subsets().subList(0, 1)).build();
  }

  private static ServiceEndpoints withoutEndpoint(ServiceEndpoints group) {
    return group.toBuilder().endpoints(group.endpoints().subList(1, 10)).build();
  }

  /** Everything anew. */
  @Benchmark
  public long full() {
    return Translations.full(validated);
  }

  /** One VirtualService with another timeout. */
  @Benchmark
  public long route() {
    return changed(withOtherRoute);
  }

  /** One DestinationRule with a subset less. */
  @Benchmark
  public long rule() {
    return changed(withOtherRule);
  }

  /** One service with an endpoint less. */
  @Benchmark
  public long endpoint() {
    return changed(withOtherEndpoint);
  }

  private long changed(MeshSnapshot next) {
    return Translations.bytes(compiled.with(next).translate(proxy, before).resources());
  }
}
