// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import io.rutter.translator.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases over a mesh that they share, from nothing to files that are compared. */
class FirstRunTest {
  private final Path temp;
  private final Path mesh;
  private final Path root;

  FirstRunTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    mesh = temp.resolve("k8s");
    Path base = Files.createDirectories(mesh.resolve("base"));
    root = temp.resolve("golden");
    Files.writeString(
        base.resolve("maps.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: maps, namespace: shop}
        spec: {hosts: [maps.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: client, namespace: shop}, spec: {}}
        """);
    Files.writeString(
        base.resolve("client.yaml"),
        """
        {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
         spec: {type: sidecar, ipAddresses: [10.0.0.9]}}
        """);
  }

  @Test
  void aFolderThatIsNotThereYetBecomesTheCase() throws IOException {
    GoldenCase golden = open(false).get(0);

    assertThat(golden.name()).isEqualTo("golden");
    String message =
        "golden (%s): a new case; created 4 files: clusters.yaml, endpoints.yaml, listeners.yaml,"
            + " routes.yaml. Look at them and commit them: from now on they are what is expected";
    assertThatThrownBy(golden::verify).hasMessage(message, root);
    assertThat(Path.of(System.getProperty("rutter.root", "..")).resolve("docs/golden-tests.md"))
        .content()
        .contains("\n" + message.formatted("src/test/golden") + "\n");
    assertThat(root.resolve("clusters.yaml")).content().contains("outbound|80||maps.test");
    open(false).get(0).verify();
  }

  @Test
  void nothingIsWrittenOnCi() {
    assertThatThrownBy(open(true).get(0)::verify)
        .hasMessageStartingWith("golden (" + root + "): a new case; nothing is written where the");

    assertThat(root).doesNotExist();
    assertThat(temp.resolve("actual")).doesNotExist();
  }

  @Test
  void onCiWhatIsThereIsCompared() throws IOException {
    assertThatThrownBy(open(false).get(0)::verify).hasMessageContaining("a new case; created");

    open(true).get(0).verify();
    Files.delete(root.resolve("routes.yaml"));

    assertThatThrownBy(open(true).get(0)::verify)
        .hasMessageContaining("not as expected: routes.yaml");
  }

  @Test
  void aFolderWithOptionsOrNothingIsACase() throws IOException {
    Path options = Files.createDirectories(root.resolve("group/options"));
    Files.writeString(options.resolve("options.properties"), "kinds=endpoints\n");
    Path empty = Files.createDirectories(root.resolve("group/empty"));

    List<GoldenCase> cases = openRoutes();

    assertThat(cases).extracting(GoldenCase::name).containsExactly("group/empty", "group/options");
    assertThatThrownBy(cases.get(0)::verify).hasMessageContaining("created 1 file: routes.yaml.");
    assertThatThrownBy(cases.get(1)::verify)
        .hasMessageContaining("created 1 file: endpoints.yaml.");
    assertThat(empty).isDirectoryContaining("glob:**/routes.yaml");
  }

  @Test
  void aCaseAddsToTheMesh() throws IOException {
    Path both = Files.createDirectories(root.resolve("both"));
    Files.writeString(
        both.resolve("rule.yaml"),
        """
        # Maps have a time limit.
        {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: maps, namespace: shop},
         spec: {hosts: [maps.test], http: [{timeout: 2s, route: [{destination: {host: maps.test}}]}]}}
        """);
    Files.writeString(
        both.resolve("wrong.yml"), "{apiVersion: v1, kind: Namespace, metadata: {name: -}}\n");

    GoldenCase golden = openRoutes().get(0);

    assertThat(golden.description()).isEqualTo("Maps have a time limit.");
    assertThat(golden.inputs())
        .containsExactly(both.resolve("rule.yaml"), both.resolve("wrong.yml"));
    assertThatThrownBy(golden::verify)
        .hasMessageContaining("created 2 files: problems.txt, routes")
        .hasMessageContaining("\nIn problems.txt:\nwrong.yml:1:");
    assertThat(both.resolve("routes.yaml")).content().contains("timeout: 2s");
    assertThat(both.resolve("problems.txt")).content().startsWith("wrong.yml:1:");
  }

  /** There are many of them; other notes are worth knowing. */
  @Test
  void documentsOfOthersInTheSharedMeshAreLeftOut() throws IOException {
    Path own = Files.createDirectories(root.resolve("own"));
    Files.writeString(
        own.resolve("own.yaml"), "{apiVersion: apps/v1, kind: Deployment, metadata: {name: x}}\n");
    Files.writeString(mesh.resolve("values.yaml"), "replicas: 1\n");
    Files.writeString(
        mesh.resolve("edge.yaml"),
        """
        {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: edge, namespace: shop, labels: {a: b}},
         spec: {type: gateway, ipAddresses: [10.0.0.8]}}
        """);

    assertThatThrownBy(openRoutes().get(0)::verify).hasMessageContaining("problems.txt");

    assertThat(Files.readAllLines(own.resolve("problems.txt")))
        .satisfiesExactly(
            line -> assertThat(line).contains("edge.yaml:1:", "note: ", "[ignored-field]"),
            line -> assertThat(line).startsWith("own.yaml:1:").endsWith("[ignored-kind]"));
  }

  @Test
  void aFolderOfOtherFilesIsNamed() throws IOException {
    Path notes = Files.createDirectories(root.resolve("notes"));
    Files.createFile(notes.resolve("notes.txt"));

    assertThatThrownBy(() -> open(false))
        .hasMessageStartingWith(notes + ": holds no file of a case (expected: a .yaml, .yml or");
  }

  @Test
  void theMeshMayLieAmongTheCases() throws IOException {
    Path inner = Files.createDirectories(root.resolve("mesh"));
    Files.move(mesh.resolve("base/client.yaml"), inner.resolve("client.yaml"));
    Files.createDirectories(root.resolve("one"));

    assertThat(open(false, inner, ResourceKind.ROUTES))
        .extracting(GoldenCase::name)
        .containsExactly("one");
  }

  @Test
  void twoCasesHaveTwoNames() throws IOException {
    Files.createDirectories(root.resolve("golden"));
    Files.createFile(root.resolve("options.properties"));

    assertThatThrownBy(() -> open(false))
        .hasMessage(root.resolve("golden") + ": has the name of the case in " + root);
  }

  @Test
  void allMissingPartsOfTheMeshAreNamed() {
    assertThatThrownBy(() -> MeshFiles.of("nowhere", temp.toString(), ""))
        .hasMessageContaining("mesh: \"nowhere\": no such file or folder in ")
        .hasMessageContaining("\nmesh: \"\": no such");
  }

  private List<GoldenCase> open(boolean ci) {
    return open(ci, mesh, ResourceKind.values());
  }

  private List<GoldenCase> openRoutes() {
    return open(false, mesh, ResourceKind.ROUTES);
  }

  private List<GoldenCase> open(boolean ci, Path meshFolder, ResourceKind... kinds) {
    return GoldenFolder.open(
        new GoldenRoot(
            root,
            MeshFiles.of(meshFolder.toString()),
            ImmutableSet.copyOf(kinds),
            ProxySelection.ALL),
        settings(ci));
  }

  private GoldenSettings settings(boolean ci) {
    return new GoldenSettings(false, "", ci, temp.resolve("actual"), line -> {});
  }
}
