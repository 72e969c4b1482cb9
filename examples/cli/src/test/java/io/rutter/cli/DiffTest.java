// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {
  private static final String MESH =
      """
      {apiVersion: v1, kind: Service, metadata: {name: reviews}, spec: {clusterIP: 10.0.0.1, ports: [{name: http, port: 80}]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: web}, spec: {ipAddresses: [10.1.0.9]}}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews}
      spec:
        hosts: [reviews]
        http:
        - timeout: 1s
          route: [{destination: {host: reviews}}]
      """;

  @TempDir private Path temp;

  @CanIgnoreReturnValue
  private String write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void saysWhatEndsDifferentlyAndWhy() throws IOException {
    String before = write("before.yaml", MESH);
    String after = write("after.yaml", MESH.replace("1s", "2s"));

    CommandRun run = rutter("diff", before, after);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("1 change of behaviour, 1 changed resource\n")
        .contains(
            "  HTTP to reviews.default.svc.cluster.local:80\n",
            "    timeout: 2s (before: 1s)\n",
            "VirtualService/default/reviews (" + after + ":12:13)",
            "routes[0].route.timeout: 1s -> 2s");
  }

  @Test
  void failsOnWhatIsAskedFor() throws IOException {
    String before = write("before.yaml", MESH);
    String after = write("after.yaml", MESH.replace("1s", "2s"));
    String renamed = write("renamed.yaml", MESH.replace("- timeout", "- name: all\n    timeout"));

    assertThat(rutter("diff", before, after, "--fail-on", "behaviour").status()).isEqualTo(1);
    assertThat(rutter("diff", before, after, "--fail-on", "never").status()).isZero();
    assertThat(rutter("diff", before, renamed, "--fail-on", "behaviour").status()).isZero();
    assertThat(rutter("diff", before, renamed, "--fail-on", "resources").status()).isEqualTo(1);
    assertThat(rutter("diff", before, before, "--fail-on", "resources").status()).isZero();
  }

  @Test
  void printsJsonAndMarkdown() throws IOException {
    String before = write("before.yaml", MESH);
    String after = write("after.yaml", MESH.replace("1s", "2s"));

    assertThat(rutter("diff", before, after, "--format", "json").out())
        .contains("\"aspect\": \"timeout\"", "\"before\": \"1s\"", "\"line\": 12");
    assertThat(rutter("diff", before, after, "--format", "markdown").out())
        .startsWith("### Mesh: 1 change of behaviour")
        .contains("- timeout: `2s` (before: `1s`)", "<details>");
  }

  @Test
  void problemsOfEitherSideAreTold() throws IOException {
    String good = write("good.yaml", MESH);
    String bad = write("bad.yaml", MESH.replace("hosts: [reviews]", "hosts: 7"));

    CommandRun run = rutter("diff", good, bad);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(bad + ":9:").contains("error: ");
    assertThat(rutter("diff", bad, good).err()).contains(bad + ":9:");
  }

  @Test
  void wrongArguments() throws IOException {
    String one = write("one.yaml", MESH);

    assertThat(rutter("diff", one).err()).contains("the mesh of before and the mesh of after");
    assertThat(rutter("diff", one).status()).isEqualTo(2);
    assertThat(rutter("diff", one, "-").err()).contains("files and folders only");
    assertThat(rutter("diff", one, "--git", "..x").err())
        .contains("--git: ..x (expected: REVISION or REVISION..REVISION)");
  }

  @Test
  void revisionsOfGit() throws IOException, InterruptedException {
    Path folder = temp.resolve("repository");
    String file = write("repository/mesh/a b.yaml", MESH);
    assumeTrue(git(folder, "init", "-q"), "needs git");
    write("repository/mesh/.hidden.yaml", "no: yaml: at: all");
    commit(folder, "first");
    write("repository/mesh/a b.yaml", MESH.replace("1s", "2s"));
    commit(folder, "second");
    Files.writeString(Path.of(file), MESH.replace("1s", "3s"));
    String mesh = folder.resolve("mesh").toString();

    CommandRun now = rutter("diff", "--git", "HEAD", mesh);
    assertThat(now.err()).isEmpty();
    assertThat(now.out()).contains("timeout: 3s (before: 2s)", "(HEAD:" + file + ":12:13)");
    assertThat(rutter("diff", "--git", "HEAD~1..HEAD", mesh).out())
        .contains("timeout: 2s (before: 1s)");
    assertThat(rutter("diff", "--git", "HEAD~1", file).out()).contains("timeout: 3s (before: 1s)");
    assertThat(rutter("report", "--git", "HEAD~1..HEAD", mesh).out())
        .contains("HEAD:" + file, "timeout")
        .doesNotContain("3s");
    CommandRun unknown = rutter("diff", "--git", "--output=x", mesh);
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("--git: --output=x (expected: a revision of git)");
  }

  @Test
  void noRepository() throws IOException {
    String file = write("alone/mesh.yaml", MESH);
    CommandRun run = rutter("diff", "--git", "HEAD", file);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("rutter: --git: ");
  }

  private static void commit(Path folder, String message) throws IOException, InterruptedException {
    assertThat(git(folder, "add", "-A")).isTrue();
    assertThat(
            git(
                folder,
                "-c",
                "user.name=test",
                "-c",
                "user.email=test@example.com",
                "commit",
                "-q",
                "-m",
                message))
        .isTrue();
  }

  private static boolean git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    return process.waitFor() == 0;
  }
}
