// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.registry.NamespaceInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of decoded objects is as the same list as a text. */
class ObjectStoreTreesTest {
  private final ObjectStore store = ObjectStore.create();

  private static Map<String, Object> namespace(String name, Object network) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Namespace",
        "metadata",
        Map.of("name", name, "labels", Map.of("topology.istio.io/network", network)));
  }

  private static Map<String, Object> list(Object... items) {
    return Map.of("apiVersion", "v1", "kind", "List", "items", List.of(items));
  }

  private List<String> namespaces() {
    return store.snapshot().snapshot().namespaces().stream().map(NamespaceInfo::toString).toList();
  }

  private List<String> problems() {
    return store.snapshot().problems().values().stream().map(Problem::toString).toList();
  }

  @Test
  void ofTwoInOneListTheFirstCounts() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: v1, kind: Namespace, metadata: {name: x, labels: {topology.istio.io/network: one}}}
        - {apiVersion: v1, kind: Namespace, metadata: {name: x, labels: {topology.istio.io/network: two}}}
        """;
    ObjectStore ofText = ObjectStore.create();
    ofText.apply(YamlSource.text("a.yaml", text));

    assertThat(store.apply(list(namespace("x", "one"), namespace("x", "two"))))
        .containsExactly(new ObjectKey("", "Namespace", "", "x"));
    StoredMesh before = store.snapshot();
    assertThat(before.snapshot()).isEqualTo(ofText.snapshot().snapshot());
    assertThat(problems())
        .containsExactly(
            "error: Namespace//x: metadata.name: also defined before, which counts"
                + " (expected: one object of a name) [duplicate-object]");

    store.apply(list(namespace("x", "one"), namespace("x", "two")));
    assertThat(store.snapshot()).isSameAs(before);

    store.apply(namespace("x", "one"));
    assertThat(problems()).isEmpty();
    assertThat(store.snapshot().snapshot().namespaces()).isEqualTo(before.snapshot().namespaces());
  }

  @Test
  void withAnObjectTheOthersOfItsNameGo() {
    store.apply(list(namespace("x", 5), namespace("x", "two")));
    assertThat(namespaces()).hasSize(1);
    store.remove(new ObjectKey("", "Namespace", "", "x"));
    assertThat(namespaces()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aBadValueLosesOnlyItsItem() {
    store.apply(
        list(
            namespace("x", "one"),
            namespace("y", Double.NaN),
            list(namespace("z", "one"), namespace("u", "\ud800")),
            Double.NaN));
    assertThat(store.snapshot().snapshot().namespaces())
        .extracting(NamespaceInfo::name)
        .containsExactly("x", "z");
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "error: Namespace//y: metadata.labels[\"topology.istio.io/network\"]: NaN (expected:"
                + " a map, a list, a string, a boolean, null or a finite number) [wrong-type]",
            "error: Namespace//u: metadata.labels[\"topology.istio.io/network\"]: half of a pair,"
                + " \\ud800 to \\udfff, by itself (expected: a character) [malformed-yaml]",
            "error: List//: items[3]: NaN (expected: a map, a list, a string, a boolean, null or a"
                + " finite number) [wrong-type]");

    store.apply(namespace("y", "two"));
    assertThat(namespaces()).hasSize(3);
  }

  @Test
  void aTreeThatContainsItselfHasOneProblem() {
    Map<String, Object> endless = new HashMap<>(namespace("x", "one"));
    endless.put("self", endless);
    endless.put("again", endless);
    store.apply(endless);
    assertThat(problems())
        .containsExactly(
            "error: Namespace//x: lists and objects nested too deeply"
                + " (expected: at most 100 levels) [limit-exceeded]");
  }

  @Test
  void problemsOfSeveralObjectsAreShortenedAsTheLoaderDoes() {
    YamlSource source =
        YamlSource.text(
            "a.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata: {name: a, namespace: shop}
            spec: {type: ExternalName, externalName: e.com, selector: {app: %s}, ports: [{port: 80}]}
            """
                .formatted("x".repeat(5_000)));
    store.apply(source);

    assertThat(problems())
        .isNotEmpty()
        .containsExactlyElementsOf(
            YamlLoader.create().load(source).problems().stream().map(Problem::toString).toList());
  }
}
