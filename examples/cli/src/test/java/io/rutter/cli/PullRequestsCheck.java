// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.cli.Distribution.Run;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/pull-requests.md}, in a repository as the page draws it. */
class PullRequestsCheck {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path temp;
  private static Distribution distribution = new Distribution(Path.of(""), Path.of(""));
  private static Path repository = Path.of("");
  private static String page = "";

  @BeforeAll
  static void makeRepository() throws Exception {
    distribution = Distribution.unpack(temp);
    assumeTrue(
        Stream.of("/usr/bin/git", "/bin/git").anyMatch(file -> Files.exists(Path.of(file))),
        "no git");
    page =
        Files.readString(
            Path.of(System.getProperty("rutter.root", "../.."), "docs/pull-requests.md"));
    repository = Files.createDirectories(temp.resolve("repository"));
    copy("examples/bookinfo", "mesh");
    copy("examples/calls", "calls");
    // These are for the configuration of other software.
    Files.delete(repository.resolve("calls/router-check.json"));
    Files.createDirectories(repository.resolve("golden"));
    succeeds(
        "git init -q . && " + SHELL.matcher(page).results().findFirst().orElseThrow().group(1));
    succeeds("git add . && git -c user.name=a -c user.email=a@example.com commit -qm all");
  }

  @Test
  void aMeshThatIsRightPasses() throws Exception {
    for (String script : gitHubSteps().values()) {
      succeeds(script);
    }
    succeeds(gitLabScript());
    assertThat(repository.resolve("rutter.sarif")).content().contains("\"results\": []");
    assertThat(repository.resolve("calls.xml")).content().contains("failures=\"0\"");
  }

  @Test
  void oneStepThatFailsFailsTheJobOfGitLab() throws Exception {
    Files.writeString(repository.resolve("golden/envoy.yaml"), "proxies: []\n");
    succeeds("git add golden");

    assertThat(sh(gitLabScript()).status()).isEqualTo(1);

    succeeds("git reset -q --hard");
  }

  @Test
  void eachStepFailsForItsReason() throws Exception {
    assertThat(failing("40-routing.yaml", "retries:", "retrys:")).contains("Validate");
    assertThat(failing("40-routing.yaml", "host: reviews", "host: nowhere"))
        .contains("Analyze", "Calls", "Golden files")
        .doesNotContain("Validate");
  }

  /** The steps that fail after a change, which is undone. */
  private static List<String> failing(String name, String text, String by) throws Exception {
    Path file = repository.resolve("mesh").resolve(name);
    String original = Files.readString(file);
    assertThat(original).contains(text);
    Files.writeString(file, original.replace(text, by));
    List<String> failed =
        gitHubSteps().entrySet().stream()
            .filter(step -> sh(step.getValue()).status() != 0)
            .map(Map.Entry::getKey)
            .toList();
    succeeds("git checkout -q -- mesh golden");
    return failed;
  }

  private static Map<String, String> gitHubSteps() throws IOException {
    Map<String, String> steps = new LinkedHashMap<>();
    JsonObject jobs = snippet(0).getAsJsonObject("jobs").getAsJsonObject("mesh");
    for (JsonElement element : jobs.getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      if (step.has("run") && !step.get("name").getAsString().equals("Install")) {
        steps.put(step.get("name").getAsString(), step.get("run").getAsString());
      }
    }
    assertThat(steps).hasSize(4);
    return steps;
  }

  private static String gitLabScript() throws IOException {
    JsonObject job = snippet(1).getAsJsonObject("mesh");
    return StreamSupport.stream(job.getAsJsonArray("script").spliterator(), false)
        .map(JsonElement::getAsString)
        .collect(Collectors.joining("\n"));
  }

  private static JsonObject snippet(int number) throws IOException {
    String yaml = YAML.matcher(page).results().skip(number).findFirst().orElseThrow().group(1);
    return JsonParser.parseString(YamlToJson.convert(YamlSource.text("page", yaml)))
        .getAsJsonObject();
  }

  private static void succeeds(String script) {
    Run run = sh(script);
    assertThat(run.status()).as(script + "\n" + run.err() + run.out()).isZero();
  }

  private static Run sh(String script) {
    try {
      return distribution.start(
          Map.of("GIT_CONFIG_GLOBAL", "/dev/null"),
          repository,
          List.of("/bin/sh", "-e", "-c", script));
    } catch (Exception e) {
      throw new AssertionError(script, e);
    }
  }

  private static void copy(String from, String to) throws IOException {
    Path target = Files.createDirectories(repository.resolve(to));
    try (Stream<Path> files = Files.list(distribution.file(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }
}
