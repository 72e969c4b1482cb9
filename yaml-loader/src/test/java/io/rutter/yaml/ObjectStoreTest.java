// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews}
      spec: {clusterIP: 10.0.0.1, ports: [{name: http, port: 80}]}
      """;
  private static final String WRONG = SERVICE.replace("port: 80", "port: x");
  private static final String NODE =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: n1, labels: {topology.kubernetes.io/region: r1}}
      status: {}
      """;

  private final ObjectStore store = ObjectStore.create();

  @Test
  void objectsComeAndGo() {
    store.apply(YamlSource.text("reviews.yaml", SERVICE));
    store.apply(namespace("7", "shop"));
    MeshSnapshot before = store.snapshot().snapshot();

    store.apply(namespace("8", "outlet"));
    store.remove(ObjectKey.of("v1", "Namespace", "", "shop"));
    MeshSnapshot now = store.snapshot().snapshot();

    assertThat(now.services().get(0)).isSameAs(before.services().get(0));
    assertThat(now.namespaces()).extracting(NamespaceInfo::name).containsExactly("outlet");
  }

  private static Map<String, Object> namespace(String version, String name) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Namespace",
        "metadata",
        Map.of("name", name, "resourceVersion", version));
  }

  @Test
  void theSameVersionIsNotReadAgain() {
    store.apply(service("5", "10.0.0.1"));
    StoredMesh before = store.snapshot();
    store.apply(service("5", "10.0.0.2"));
    assertThat(store.snapshot()).isSameAs(before);

    store.apply(service("4", "10.0.0.2"));
    assertThat(store.snapshot().snapshot().services())
        .extracting(service -> service.addresses().get(0))
        .containsExactly("10.0.0.2");
  }

  @Test
  void withoutAVersionAllIsRead() {
    store.apply(service("", "10.0.0.1"));
    store.apply(service("", "10.0.0.2"));
    assertThat(store.snapshot().snapshot().services())
        .extracting(service -> service.addresses().get(0))
        .containsExactly("10.0.0.2");
  }

  private static Map<String, Object> service(String version, String address) {
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Service",
        "metadata",
        Map.of("name", "reviews", "resourceVersion", version),
        "spec",
        Map.of("clusterIP", address, "ports", List.of(Map.of("name", "http", "port", 80))));
  }

  @Test
  void anUnchangedTextChangesNothing() {
    store.apply(YamlSource.text("a.yaml", SERVICE + "---\n[]\n"));
    StoredMesh before = store.snapshot();
    assertThat(before.otherProblems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.yaml:6:1: error: a list (expected: an object with apiVersion and kind) [wrong-type]");

    store.apply(YamlSource.text("a.yaml", SERVICE + "---\n[]\n"));
    assertThat(store.snapshot()).isSameAs(before);

    store.forgetSource("a.yaml");
    assertThat(store.snapshot().otherProblems()).isEmpty();
    assertThat(store.snapshot().snapshot()).isEqualTo(before.snapshot());
  }

  @Test
  void whatIsReadAgainAndEqualIsTheSame() {
    store.apply(YamlSource.text("a.yaml", SERVICE));
    MeshSnapshot before = store.snapshot().snapshot();
    store.remove(ObjectKey.of("v1", "Service", "", "reviews"));
    store.apply(YamlSource.text("b.yaml", "\n" + SERVICE));
    MeshSnapshot now = store.snapshot().snapshot();
    assertThat(now.services().get(0)).isSameAs(before.services().get(0));
  }

  @Test
  void ofTwoInOneSourceTheFirstCounts() {
    assertThat(store.apply(YamlSource.text("a.yaml", SERVICE + "---\n" + SERVICE))).hasSize(1);
    assertThat(store.snapshot().problems().values())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.DUPLICATE_OBJECT);
    assertThat(store.snapshot().snapshot().services()).hasSize(1);
  }

  @Test
  void aKindOfAnotherGroupIsAnotherObject() {
    store.apply(YamlSource.text("a.yaml", SERVICE));
    store.apply(
        YamlSource.text("b.yaml", SERVICE.replace("apiVersion: v1", "apiVersion: knative.dev/v1")));
    assertThat(store.keys())
        .containsExactly(
            new ObjectKey("", "Service", "default", "reviews"),
            new ObjectKey("knative.dev", "Service", "", "reviews"));
    assertThat(store.remove(ObjectKey.of("knative.dev/v1", "Service", "", "reviews"))).isTrue();
    assertThat(store.snapshot().snapshot().services()).hasSize(1);
  }

  @Test
  void anErrorTakesTheObjectAwayAndIsForgottenWithIt() {
    ObjectKey key = ObjectKey.of("v1", "Service", "default", "reviews");
    store.apply(YamlSource.text("a.yaml", SERVICE));
    store.apply(YamlSource.text("a.yaml", WRONG));
    StoredMesh broken = store.snapshot();
    assertThat(broken.snapshot().services()).isEmpty();
    assertThat(broken.problems().get(key)).isNotEmpty();
    assertThat(broken.problems().get(key).get(0).location()).isPresent();

    store.remove(key);
    assertThat(store.snapshot().problems().isEmpty()).isTrue();
    assertThat(store.remove(key)).isFalse();
  }

  @Test
  void aLateNodeGivesItsPlaceToThePodsOnIt() {
    store.apply(YamlSource.text("a.yaml", pod("a", "n1") + "---\n" + pod("b", "n2")));
    List<Workload> before = store.snapshot().snapshot().workloads();
    store.apply(YamlSource.text("n.yaml", NODE));
    List<Workload> now = store.snapshot().snapshot().workloads();
    assertThat(now).extracting(each -> each.locality().region()).containsExactly("r1", "");
    assertThat(now.get(1)).isSameAs(before.get(1));
  }

  private static String pod(String name, String node) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec: {nodeName: %s, containers: [{name: app, image: app}]}
    status: {podIP: 10.1.0.1}
    """
        .formatted(name, node);
  }

  @Test
  void whatIsNoTreeIsAProblemOfItsObject() {
    store.apply(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Service",
            "metadata",
            Map.of("name", "reviews", "creationTimestamp", Instant.EPOCH),
            "spec",
            Map.of("ports", List.of(Map.of(1, Double.NaN)))));
    assertThat(store.snapshot().problems().get(ObjectKey.of("v1", "Service", "default", "reviews")))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "error: Service/default/reviews: metadata.creationTimestamp: java.time.Instant (expected:"
                + " a map, a list, a string, a boolean, null or a finite number) [wrong-type]",
            "error: Service/default/reviews: spec.ports[0]: java.lang.Integer as a key"
                + " (expected: a string) [wrong-type]");
  }

  @Test
  void aTreeThatContainsItselfIsTooDeep() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    store.apply(
        Map.of("apiVersion", "v1", "kind", "Pod", "metadata", Map.of("name", "a"), "x", endless));
    assertThat(store.snapshot().problems().values())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.LIMIT_EXCEEDED);
  }

  /** Nothing tells them apart, but none takes the place of another. */
  @Test
  void eachObjectWithoutANameHasItsProblem() {
    Map<String, Object> first =
        Map.of("apiVersion", "v1", "kind", "Service", "metadata", Map.of("generateName", "a-"));
    store.apply(first);
    store.apply(Map.of("apiVersion", "v1", "kind", "Service", "metadata", Map.of("x", "y")));
    store.apply(first);
    ObjectKey key = new ObjectKey("", "Service", "default", "");
    assertThat(store.keys()).containsExactly(key);
    assertThat(store.snapshot().problems().get(key))
        .filteredOn(problem -> problem.path().equals("metadata.name"))
        .hasSize(2);

    assertThat(store.remove(key)).isTrue();
    assertThat(store.snapshot().problems().isEmpty()).isTrue();
    assertThat(store.remove(key)).isFalse();
  }

  /** The second of a source counts if the first is wrong, until another source has the object. */
  @Test
  void whatAnotherSourceHasReplacesASecondObjectOfASource() {
    store.apply(YamlSource.text("a.yaml", WRONG + "---\n" + SERVICE));
    assertThat(store.snapshot().snapshot().services()).hasSize(1);

    store.apply(YamlSource.text("b.yaml", SERVICE.replace("10.0.0.1", "10.0.0.2")));
    assertThat(store.snapshot().snapshot().services())
        .extracting(service -> service.addresses().get(0))
        .containsExactly("10.0.0.2");
  }

  @Test
  void withAnObjectTheOthersOfItsNameGo() {
    ObjectKey key = ObjectKey.of("v1", "Service", "", "reviews");
    store.apply(YamlSource.text("a.yaml", WRONG + "---\n" + SERVICE));
    store.remove(key);
    assertIsEmpty();

    store.apply(YamlSource.text("a.yaml", SERVICE + "---\n" + SERVICE));
    store.remove(key);
    assertIsEmpty();

    store.apply(YamlSource.text("a.yaml", settings("b") + "---\n" + settings("b")));
    store.remove(new ObjectKey("rutter.io", "MeshConfig", "", "b"));
    assertIsEmpty();
  }

  private void assertIsEmpty() {
    assertThat(store.keys()).isEmpty();
    LoadResult stored = store.snapshot().loadResult();
    assertThat(stored.snapshot()).isEqualTo(MeshSnapshot.builder().build());
    assertThat(stored.problems()).isEmpty();
  }

  @Test
  void whatWasReplacedDoesNotComeBack() {
    store.apply(YamlSource.text("a.yaml", WRONG + "---\n" + SERVICE));
    store.apply(YamlSource.text("b.yaml", SERVICE));
    store.apply(YamlSource.text("b.yaml", WRONG));
    assertThat(store.snapshot().snapshot().services()).isEmpty();

    store.apply(YamlSource.text("a.yaml", WRONG + "---\n" + SERVICE));
    StoredMesh before = store.snapshot();
    assertThat(before.snapshot().services()).hasSize(1);
    store.apply(YamlSource.text("a.yaml", WRONG + "---\n" + SERVICE));
    assertThat(store.snapshot()).isSameAs(before);

    store.apply(service("5", "x"));
    assertThat(store.snapshot().snapshot().services()).isEmpty();
  }

  /** A text that moves moves the problems that its object has together with others. */
  @Test
  void positionsFollowTheText() {
    String slice =
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: reviews-a, labels: {kubernetes.io/service-name: reviews}}
        addressType: IPv4
        ports: [{name: http, port: 80}]
        endpoints: [{addresses: [10.1.0.1], targetRef: {kind: Pod, name: gone, namespace: default}}]
        """;
    store.apply(YamlSource.text("a.yaml", SERVICE + "---\n" + slice));
    assertThat(lines(store.snapshot())).containsExactly(11);
    store.apply(YamlSource.text("a.yaml", SERVICE + "---\n\n" + slice));
    assertThat(lines(store.snapshot())).containsExactly(12);
    store.apply(YamlSource.text("p.yaml", pod("gone", "n1")));
    assertThat(store.snapshot().problems().isEmpty()).isTrue();
  }

  private static List<Integer> lines(StoredMesh mesh) {
    return mesh.problems().values().stream()
        .map(problem -> problem.location().orElseThrow().line())
        .toList();
  }

  @Test
  void ofTheSettingsTheLastByNameCount() {
    store.apply(YamlSource.text("b.yaml", settings("b")));
    store.apply(YamlSource.text("a.yaml", settings("a")));
    StoredMesh mesh = store.snapshot();
    assertThat(mesh.snapshot().meshConfig().trustDomain()).contains("b");
    assertThat(mesh.problems().values())
        .extracting(Problem::toString)
        .containsExactly(
            "b.yaml:2:7: warning: MeshConfig//b: kind: replaces an earlier one"
                + " (expected: one MeshConfig) [duplicate-object]");
  }

  private static String settings(String name) {
    return """
    apiVersion: rutter.io/v1
    kind: MeshConfig
    metadata: {name: %s}
    spec: {trustDomain: %s}
    """
        .formatted(name, name);
  }

  @Test
  void aListIsItsObjects() {
    Map<String, Object> list =
        Map.of(
            "apiVersion", "v1", "kind", "ServiceList", "items", List.of(service("1", "10.0.0.1")));
    assertThat(store.apply(list))
        .containsExactly(new ObjectKey("", "Service", "default", "reviews"));
    assertThat(store.snapshot().problems().isEmpty()).isTrue();
  }

  /** What watches a folder removes what the folder no longer has. */
  @Test
  void aFolderThatChangesIsAsIfReadAtOnce(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SERVICE);
    Files.writeString(folder.resolve("b.yaml"), NODE + "---\n" + SERVICE + "---\n- no object\n");
    assertIsAsLoaded(folder);

    Files.delete(folder.resolve("a.yaml"));
    assertIsAsLoaded(folder);

    Files.writeString(folder.resolve("a.yaml"), NODE.replace("n1", "n2") + "spec: 5\n");
    Files.writeString(folder.resolve("b.yaml"), SERVICE);
    assertIsAsLoaded(folder);
  }

  private void assertIsAsLoaded(Path folder) {
    YamlSource source = new YamlSource.Files(folder);
    Set<ObjectKey> objects = store.apply(source);
    Sets.difference(store.keys(), objects).forEach(store::remove);
    LoadResult stored = store.snapshot().loadResult();
    LoadResult loaded = YamlLoader.create().load(source);
    assertThat(stored.snapshot()).isEqualTo(loaded.snapshot());
    assertThat(stored.problems()).isEqualTo(loaded.problems());
    assertThat(stored.problemsWith(List.of())).isEqualTo(loaded.problems());
  }
}
