// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose the problems of a mesh are. */
class MeshProblemsTest {
  private static final ObjectKey REVIEWS =
      ObjectKey.of("networking.istio.io/v1", "VirtualService", "shop", "reviews");

  private static StoredMesh store(String... objects) {
    ObjectStore store = ObjectStore.create();
    for (String object : objects) {
      store.apply(YamlSource.text("", object));
    }
    return store.snapshot();
  }

  private static List<Problem> all(StoredMesh... stores) {
    List<Problem> all = new ArrayList<>();
    MeshProblems.ofStores(List.of(stores)).forEach(all::add);
    return all;
  }

  @Test
  void twoClustersMayHaveTheSame() {
    StoredMesh first = store(FollowTest.virtualService("shop", "ratings", "1s"));
    StoredMesh second = store(FollowTest.virtualService("shop", "reviews", "soon"));
    MeshProblems one =
        MeshProblems.of(ImmutableMap.of("a", first, "b", second), all(first, second));
    assertThat(one.told()).extracting(MeshProblems.Told::cluster).containsExactly("b");
    assertThat(one.byObject().keySet()).isEmpty(); // No status of the first is about it.
    MeshProblems both =
        MeshProblems.of(ImmutableMap.of("a", second, "b", second), all(second, second));
    assertThat(both.told()).extracting(MeshProblems.Told::cluster).containsExactly("", "b");
    assertThat(both.byObject().keySet()).containsExactly(REVIEWS);
  }

  @Test
  void whatATranslationTellsIsOfTheFirst() {
    StoredMesh first = store(FollowTest.virtualService("shop", "reviews", "1s"));
    Problem later =
        Problem.warning(ProblemCode.UNKNOWN_HOST)
            .object(new ConfigKey("VirtualService", "shop", "reviews"))
            .message("later")
            .build();
    MeshProblems problems = MeshProblems.of(ImmutableMap.of("a", first), List.of(later));
    assertThat(problems.byObject().get(REVIEWS)).containsExactly(later);
    assertThat(problems.told()).containsExactly(new MeshProblems.Told("", later));
  }

  /** Kinds of two groups may share a name, and an object of each its own. */
  @Test
  void aKindOfAnotherGroupIsAnother() {
    String gateway = "{kind: Gateway, metadata: {name: edge, namespace: shop}, apiVersion: %s}";
    StoredMesh mesh = store(gateway.formatted("gateway.networking.k8s.io/v1"));
    MeshProblems problems = MeshProblems.of(ImmutableMap.of("a", mesh), all(mesh));
    assertThat(problems.byObject().keySet())
        .containsExactly(ObjectKey.of("gateway.networking.k8s.io/v1", "Gateway", "shop", "edge"));
  }
}
