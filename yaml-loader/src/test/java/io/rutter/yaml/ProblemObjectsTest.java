// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with an object that has a kind and a name, its problem says which object it is:
 * a control plane writes it into the status of that object.
 */
class ProblemObjectsTest {
  private static final YamlLimits LIMITS =
      new YamlLimits(1 << 20, 10, 10_000, 100, 1_000, 1_000, 1_024, 5, 5_000, 10_000);

  private static final String FILTER =
      """
      apiVersion: networking.istio.io/v1alpha3
      kind: EnvoyFilter
      metadata: {name: %s%s}
      """;

  /** Of each kind that a store knows, and of some that it does not. */
  private static List<Map<String, Object>> objects() {
    return Stream.concat(
            ObjectStore.kinds().stream().map(kind -> object(apiVersion(kind), kind.name())),
            Stream.of(
                object("gateway.networking.k8s.io/v1", "HTTPRoute"),
                object("networking.istio.io/v1", "VirtualServise"),
                object("apps/v1", "Deployment")))
        .toList();
  }

  private static String apiVersion(ObjectKind kind) {
    String version = kind.versions().isEmpty() ? "v1" : kind.versions().get(0);
    return kind.group().isEmpty() ? version : kind.group() + "/" + version;
  }

  private static Map<String, Object> object(String apiVersion, String kind) {
    return Map.of(
        "apiVersion", apiVersion,
        "kind", kind,
        "metadata", Map.of("name", "a", "namespace", "shop"));
  }

  private static Map<String, Object> with(Map<String, Object> object, Map<String, Object> rest) {
    return ImmutableMap.<String, Object>builder().putAll(object).putAll(rest).buildOrThrow();
  }

  /** What may stand beside the metadata and is wrong, in many ways. */
  private static List<Map<String, Object>> mistakes() {
    Map<String, Object> many = new LinkedHashMap<>();
    IntStream.range(0, 20).forEach(i -> many.put("unknown" + i, i));
    Object deep = "x";
    for (int i = 0; i < 200; i++) {
      deep = List.of(deep);
    }
    return List.of(
        Map.of(),
        Map.of("spec", "text"),
        Map.of("spec", List.of()),
        Map.of("spec", many),
        Map.of("spec", Map.of("deep", deep)),
        Map.of("spec", Map.of("value", new Object())),
        many);
  }

  private static ConfigKey name(ObjectKey key) {
    return new ConfigKey(key.kind(), key.namespace(), key.name());
  }

  @Test
  void ofDecodedObjects() {
    Set<ProblemCode> codes = new HashSet<>();
    for (Map<String, Object> object : objects()) {
      for (Map<String, Object> mistake : mistakes()) {
        ObjectStore store = ObjectStore.create(LIMITS);
        store.apply(with(object, mistake));
        StoredMesh mesh = store.snapshot();
        assertThat(mesh.otherProblems()).as("%s", object).isEmpty();
        mesh.problems()
            .forEach(
                (key, problem) -> {
                  assertThat(problem.object()).as("%s", problem).contains(name(key));
                  codes.add(problem.code());
                });
      }
    }
    assertThat(codes)
        .contains(
            ProblemCode.NOT_TRANSLATED,
            ProblemCode.IGNORED_KIND,
            ProblemCode.UNKNOWN_KIND,
            ProblemCode.UNKNOWN_FIELD,
            ProblemCode.WRONG_TYPE,
            ProblemCode.LIMIT_EXCEEDED);
  }

  @Test
  void ofTexts() {
    for (Map<String, Object> object : objects()) {
      String text =
          "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: shop}\nspec: {b: 1}\nspec: 2\n"
              .formatted(object.get("apiVersion"), object.get("kind"));
      LoadResult loaded = YamlLoader.create().load(YamlSource.text("a.yaml", text));
      assertThat(loaded.problems())
          .as("%s", text)
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(problem.object())
                      .as("%s", problem)
                      .map(ConfigKey::kind)
                      .contains(String.valueOf(object.get("kind"))));
    }
  }

  @Test
  void twoOfOneKindHaveTwoProblems() {
    ObjectStore store = ObjectStore.create();
    store.apply(YamlSource.text("a.yaml", FILTER.formatted("a", ", namespace: shop")));
    store.apply(YamlSource.text("b.yaml", FILTER.formatted("b", "")));
    assertThat(store.snapshot().problems().values())
        .extracting(problem -> problem.object().orElseThrow().toString())
        .containsExactly("EnvoyFilter/default/b", "EnvoyFilter/shop/a");
    assertThat(store.remove(ObjectKey.of("networking.istio.io/v1", "EnvoyFilter", "", "b")))
        .isTrue();
  }

  @Test
  void withoutAKindOrANameThereIsNoObject() {
    for (String text : List.of("{kind: A}", "{apiVersion: example.com/v1, metadata: {name: a}}")) {
      assertThat(YamlLoader.create().load(YamlSource.text("a.yaml", text)).problems())
          .isNotEmpty()
          .allMatch(problem -> problem.object().isEmpty());
    }
  }
}
