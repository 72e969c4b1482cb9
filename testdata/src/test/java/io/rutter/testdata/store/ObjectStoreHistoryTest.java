// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Maps;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random histories of objects of the golden cases: after each batch the mesh and the problems of
 * each object are those of all objects read at once, and what did not change is the same instance.
 * jqwik prints the seed; {@code -Djqwik.tries.default=10000} asks for a longer run. One history has
 * some eight batches.
 */
class ObjectStoreHistoryTest {
  private static final int CHANGES = 40;
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final ImmutableList<ImmutableList<Sample>> FILES = read();

  /** All lists of a snapshot whose objects say by their identity that they did not change. */
  private static final ImmutableList<Function<MeshSnapshot, ? extends List<?>>> LISTS =
      ImmutableList.of(
          MeshSnapshot::services,
          MeshSnapshot::endpoints,
          MeshSnapshot::workloads,
          MeshSnapshot::namespaces,
          MeshSnapshot::virtualServices,
          MeshSnapshot::destinationRules,
          MeshSnapshot::serviceEntries,
          MeshSnapshot::workloadEntries,
          MeshSnapshot::gateways,
          MeshSnapshot::sidecars,
          MeshSnapshot::peerAuthentications,
          MeshSnapshot::authorizationPolicies,
          MeshSnapshot::requestAuthentications,
          MeshSnapshot::keySets,
          MeshSnapshot::proxies,
          mesh -> List.of(mesh.meshConfig()),
          mesh -> List.of(mesh.meshNetworks()));

  /** An object of the store, and whether it came as a text. */
  private record Applied(Sample sample, boolean asText) {}

  private static ImmutableList<ImmutableList<Sample>> read() {
    try {
      return Sample.inFiles(CASES);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Else the histories would show less than they seem to. */
  @Example
  void allKindsTakePart() {
    assertThat(FILES.stream().flatMap(List::stream).map(sample -> sample.key().kind()))
        .contains("VirtualService", "DestinationRule", "ServiceEntry", "WorkloadEntry", "Gateway")
        .contains("Sidecar", "PeerAuthentication", "Proxy", "MeshConfig", "MeshNetworks")
        .contains("Service", "EndpointSlice", "Pod", "Ingress", "IngressClass", "Node")
        .contains("Namespace");
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void equalsReadingAllAtOnce(@ForAll long seed) {
    Random random = new Random(seed);
    List<Sample> samples = samples(random);
    ObjectStore store = ObjectStore.create();
    Map<ObjectKey, Applied> objects = new TreeMap<>();
    StoredMesh before = store.snapshot();
    for (int i = 0; i < CHANGES; i++) {
      change(random, samples, store, objects);
      if (random.nextInt(5) == 0 || i == CHANGES - 1) {
        StoredMesh now = store.snapshot();
        check(objects, now);
        checkIdentity(before.snapshot(), now.snapshot());
        assertThat(store.snapshot()).isSameAs(now);
        before = now;
      }
    }
    assertThat(store.keys()).isEqualTo(objects.keySet());
  }

  /** The objects of a few cases, in which many have the same name, and broken ones. */
  private static List<Sample> samples(Random random) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      samples.addAll(FILES.get(random.nextInt(FILES.size())));
    }
    for (int i = samples.size() / 5; i >= 0; i--) {
      Sample whole = samples.get(random.nextInt(samples.size()));
      Mutation.of(whole, random).ifPresent(samples::add);
    }
    return samples;
  }

  private static void change(
      Random random, List<Sample> samples, ObjectStore store, Map<ObjectKey, Applied> objects) {
    if (random.nextInt(3) == 0 && !objects.isEmpty()) {
      ObjectKey key = List.copyOf(objects.keySet()).get(random.nextInt(objects.size()));
      objects.remove(key);
      assertThat(store.remove(key)).isTrue();
      return;
    }
    Sample sample = samples.get(random.nextInt(samples.size()));
    boolean asText = random.nextBoolean();
    objects.put(sample.key(), new Applied(sample, asText));
    assertThat(asText ? store.apply(sample.source()) : store.apply(sample.tree()))
        .containsExactly(sample.key());
  }

  private static void check(Map<ObjectKey, Applied> objects, StoredMesh stored) {
    LoadResult loaded =
        YamlLoader.create()
            .load(objects.values().stream().map(each -> each.sample().source()).toList());
    assertThat(stored.snapshot()).isEqualTo(loaded.snapshot());
    assertThat(stored.otherProblems()).isEmpty();
    assertThat(stored.suppressedCodes()).isEqualTo(loaded.suppressedCodes());
    assertThat(texts(stored.problems())).isEqualTo(texts(byObject(objects, loaded.problems())));
  }

  /** The problems of the loader, which all have a place; the store knows none of trees. */
  private static ImmutableListMultimap<ObjectKey, Problem> byObject(
      Map<ObjectKey, Applied> objects, List<Problem> problems) {
    Map<String, Applied> files =
        Maps.uniqueIndex(objects.values(), object -> object.sample().source().name());
    ImmutableListMultimap.Builder<ObjectKey, Problem> byObject = ImmutableListMultimap.builder();
    for (Problem problem : problems) {
      Applied object = Objects.requireNonNull(files.get(problem.location().orElseThrow().file()));
      byObject.put(
          object.sample().key(),
          object.asText() ? problem : problem.toBuilder().location(Optional.empty()).build());
    }
    return byObject.build();
  }

  /** The problems of each object, in any order, to be read in a failure. */
  private static Map<String, List<String>> texts(
      ImmutableListMultimap<ObjectKey, Problem> problems) {
    return problems.asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(),
                entry -> entry.getValue().stream().map(Problem::toString).sorted().toList(),
                (left, right) -> left,
                TreeMap::new));
  }

  private static void checkIdentity(MeshSnapshot before, MeshSnapshot now) {
    for (Function<MeshSnapshot, ? extends List<?>> list : LISTS) {
      Map<Object, Object> known = new HashMap<>();
      list.apply(before).forEach(object -> known.put(object, object));
      for (Object object : list.apply(now)) {
        assertThat(known.getOrDefault(object, object)).isSameAs(object);
      }
    }
  }

  /** All at once in one text, as trees, and one by one in any order. */
  @Property(shrinking = ShrinkingMode.OFF)
  void orderDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    Map<ObjectKey, Sample> objects = new TreeMap<>();
    samples(random).forEach(sample -> objects.put(sample.key(), sample));
    List<Sample> shuffled = new ArrayList<>(objects.values());
    Collections.shuffle(shuffled, random);

    ObjectStore oneByOne = ObjectStore.create();
    shuffled.forEach(sample -> oneByOne.apply(sample.tree()));
    ObjectStore together = ObjectStore.create();
    together.apply(YamlSource.text("all", joined(shuffled)));

    assertThat(together.keys()).isEqualTo(oneByOne.keys());
    assertThat(together.snapshot().snapshot()).isEqualTo(oneByOne.snapshot().snapshot());
    assertThat(together.snapshot().problems().keys())
        .isEqualTo(oneByOne.snapshot().problems().keys());
  }

  private static String joined(List<Sample> samples) {
    return samples.stream().map(Sample::json).collect(Collectors.joining("\n---\n"));
  }
}
