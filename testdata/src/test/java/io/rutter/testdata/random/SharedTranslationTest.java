// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.protobuf.Any;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Proxies that share what they have alike get the bytes that each gets alone: whoever comes first,
 * whatever the bound, and when many threads translate from one mesh.
 */
class SharedTranslationTest {
  private static final int THREADS = 8;

  private record Result(ImmutableList<ImmutableList<Any>> bytes, ImmutableList<Problem> problems) {
    static Result of(XdsResources resources) {
      ImmutableList.Builder<ImmutableList<Any>> bytes = ImmutableList.builder();
      for (ResourceKind kind : ResourceKind.values()) {
        bytes.add(resources.serialized(kind));
      }
      return new Result(bytes.build(), resources.problems());
    }
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void sharingChangesNothing(@ForAll("meshes") String yaml) throws Exception {
    MeshSnapshot snapshot = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot();
    ImmutableList<Proxy> proxies = alike(snapshot.proxies());
    ImmutableMap.Builder<Proxy, Result> alone = ImmutableMap.builder();
    for (Proxy proxy : proxies) {
      alone.put(proxy, Result.of(compile(snapshot, 0).translate(proxy)));
    }
    ImmutableMap<Proxy, Result> expected = alone.buildOrThrow();
    for (int bound : new int[] {0, 5, Integer.MAX_VALUE}) {
      CompiledMesh mesh = compile(snapshot, bound);
      for (Proxy proxy : Lists.reverse(proxies)) {
        assertThat(Result.of(mesh.translate(proxy)).equals(expected.get(proxy)))
            .as("%s with bound %d", proxy.name(), bound)
            .isTrue();
      }
    }
    assertThat(inThreads(compile(snapshot, Integer.MAX_VALUE), proxies).equals(expected)).isTrue();
  }

  private static CompiledMesh compile(MeshSnapshot snapshot, int bound) {
    return Translator.create(TranslationOptions.builder().maxSharedResources(bound).build())
        .compile(snapshot);
  }

  /** All at once; each thread begins with another proxy. */
  private static Map<Proxy, Result> inThreads(CompiledMesh mesh, List<Proxy> proxies)
      throws Exception {
    Map<Proxy, Result> results = new ConcurrentHashMap<>();
    CountDownLatch start = new CountDownLatch(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      ImmutableList.Builder<Future<?>> running = ImmutableList.builder();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        running.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int j = 0; j < proxies.size(); j++) {
                    Proxy proxy = proxies.get((first + j) % proxies.size());
                    Result result = Result.of(mesh.translate(proxy));
                    Result other = results.putIfAbsent(proxy, result);
                    if (other != null && !other.equals(result)) {
                      throw new AssertionError("two results for " + proxy);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> thread : running.build()) {
        thread.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return results;
  }

  /** Each proxy with others like it: another pod, and one with other labels in another place. */
  private static ImmutableList<Proxy> alike(List<Proxy> proxies) {
    ImmutableList.Builder<Proxy> all = ImmutableList.builder();
    for (Proxy proxy : proxies) {
      all.add(proxy);
      all.add(proxy.toBuilder().name(proxy.name() + "-b").ipAddresses("10.77.0.1").build());
      all.add(
          proxy.toBuilder()
              .name(proxy.name() + "-c")
              .namespace("elsewhere")
              .dnsDomain("elsewhere.svc.cluster.local")
              .labels(ImmutableMap.of("app", "other"))
              .metadata(ImmutableMap.of("NODE_NAME", "node-7", "NAME", "c"))
              .build());
    }
    return all.build();
  }

  @Provide
  Arbitrary<String> meshes() {
    return Arbitraries.oneOf(RandomMesh.ofRouting(), RandomMesh.ofRegistry());
  }
}
