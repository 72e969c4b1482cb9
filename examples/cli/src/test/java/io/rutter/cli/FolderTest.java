// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as people have them: with files of other tools, links, tests and mesh in one. */
class FolderTest {
  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {clusterIP: 10.1.0.1, selector: {app: web}, ports: [{name: http, port: 80}]}
      ---
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.9.0.2]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"validate", "analyze", "translate"})
  void aRepositoryWithOtherFilesHasNoErrors(String command) throws IOException {
    write("mesh.yaml", MESH);
    write("charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    write("charts/shop/values.yaml", "replicas: 2\n");
    write(".github/workflows/ci.yaml", "on: push\njobs: {}\n");
    write(".git/x.yaml", MESH);
    write("ci/pipeline.yml", "stages: [build]\n");
    write("package.json", "{\"name\": \"shop\"}");
    write("tsconfig.json", "{ /* no JSON */ \"include\": [] }");
    write("knative.yaml", "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: k}");
    write("kubeconfig.yaml", "apiVersion: v1\nkind: Config\nclusters: []\n");
    Files.createSymbolicLink(folder.resolve("self"), Path.of("."));

    CommandRun run = rutter(command, folder.toString());

    assertThat(run.status()).as(run.err() + run.out()).isZero();
    assertThat(run.err()).isIn("", "rutter: 7 notes (--notes shows them)\n");
    if (command.equals("validate")) {
      assertThat(run.out()).isEmpty();
      assertThat(rutter("validate", "--notes", folder.toString()).out().lines())
          .hasSize(7)
          .allMatch(line -> line.contains(": note: "));
    }
  }

  @Test
  void meshAndTestsMayBeInOneFolder() throws IOException {
    write("mesh.yaml", MESH);
    write(
        "virtualservice.yml",
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec:
          hosts: [www.example.com]
          http: [{match: [{uri: {prefix: /}}], route: [{destination: {host: web}}]}]
        """);
    write(
        "virtualservice_test.yml",
        """
        testCases:
        - description: all to web
          wantMatch: true
          request: {authority: [www.example.com], method: [GET, POST], uri: [/, /a]}
          route: [{destination: {host: web}}]
        """);
    write(
        "calls.yaml",
        """
        proxy: client.shop
        calls:
        - call: {url: 'http://web/'}
          expect: {cluster: outbound|80||web.shop.svc.cluster.local}
        """);

    CommandRun run = rutter("simulate", folder.toString(), "--tests", folder.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("2 tests of 5 calls: 2 passed, 0 failed\n");
    assertThat(run.status()).isZero();
    CommandRun named =
        rutter("simulate", folder.toString(), "--tests", folder.resolve("mesh.yaml").toString());
    assertThat(named.status()).isEqualTo(1);
    assertThat(named.err()).contains("calls, tests or testCases");
  }

  @Test
  void aFolderWithoutTestsFails() throws IOException {
    write("mesh.yaml", MESH);

    CommandRun run = rutter("simulate", folder.toString(), "--tests", folder.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("rutter: there is no test\n");
  }

  @Test
  void routerCheckTestsMeanRoutesThatEnvoyAsksFor() throws IOException {
    write(
        "mesh.yaml",
        """
        apiVersion: rutter.io/v1
        kind: Proxy
        metadata: {name: client, namespace: shop}
        spec: {type: sidecar, ipAddresses: [10.9.0.2]}
        """);
    Path tests =
        write(
            "tests.json",
            """
            {"tests": [{"test_name": "a",
              "input": {"authority": "web", "path": "/", "method": "GET"},
              "validate": {"cluster_name": "x"}}]}
            """);

    CommandRun run = rutter("simulate", folder.toString(), "--tests", tests.toString());

    assertThat(run.out())
        .contains(
            "route configuration: none that the proxy asks for"
                + " (expected: one, or the name of one of [InboundPassthroughCluster])");
    assertThat(run.status()).isEqualTo(1);
  }

  @CanIgnoreReturnValue
  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
