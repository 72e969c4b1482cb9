// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** An update touches only what an update has written, and says what it did. */
class GoldenUpdateTest {
  private static final String NAMESPACE =
      "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n";

  private final Path temp;
  private final Path root;
  private final Path folder;
  private final List<String> said = new ArrayList<>();

  GoldenUpdateTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    root = temp.resolve("cases");
    folder = Files.createDirectories(root.resolve("one"));
    Files.createFile(root.resolve("cases.txt"));
    Files.writeString(
        folder.resolve("input.yaml"),
        """
        # Nothing.
        {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
         spec: {type: sidecar, ipAddresses: [10.0.0.9]}}
        """);
  }

  @Test
  void saysWhatItWrites() throws IOException {
    open(true).get(0).verify();

    assertThat(said)
        .containsExactly(
            root + ": wrote cases.txt",
            folder + ": wrote clusters.yaml, endpoints.yaml, listeners.yaml, routes.yaml");
  }

  @Test
  void saysNothingWhereNothingChanges() throws IOException {
    open(true).get(0).verify();
    said.clear();

    open(true).get(0).verify();

    assertThat(said).isEmpty();
  }

  @Test
  void deletesWhatItWroteBeforeAndSaysSo() throws IOException {
    open(true).get(0).verify();
    write("problems.txt", "input.yaml:1:1: error: kind: missing [missing]\n");
    write("clusters.yaml", "a.b:\n- name: c\n");
    write("options.properties", "kinds=routes\n");
    said.clear();

    open(true).get(0).verify();

    assertThat(said)
        .containsExactly(
            folder + ": deleted clusters.yaml, endpoints.yaml, listeners.yaml, problems.txt");
    assertThat(folder).isDirectoryNotContaining("glob:**/{clusters.yaml,problems.txt}");
    open(false).get(0).verify();
  }

  @Test
  void keepsAndNamesWhatBelongsToNothing() throws IOException {
    write("README.md", "About.\n");
    write("notes.txt", "");

    for (boolean update : List.of(true, false)) {
      assertThatThrownBy(open(update).get(0)::verify)
          .isInstanceOf(AssertionFailedError.class)
          .hasMessage(
              """
              one (%s): files that belong to nothing
              one/README.md: belongs to nothing; move it out of the folder
              one/notes.txt: belongs to nothing; move it out of the folder""",
              folder);
    }

    assertThat(folder.resolve("README.md")).hasContent("About.");
    assertThat(folder.resolve("notes.txt")).isEmptyFile();
    assertThat(folder.resolve("routes.yaml")).hasContent("client.shop: []");
  }

  @Test
  void keepsEveryInput() throws IOException {
    for (String input : List.of("ns.yaml", "ns.yml", "endpoints.yml", "cluster.yaml")) {
      write(input, NAMESPACE);
    }
    write("ns.json", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}");

    open(true).get(0).verify();
    open(false).get(0).verify();

    assertThat(said).noneMatch(line -> line.contains("ns.") || line.contains("deleted"));
    assertThat(folder.resolve("endpoints.yml")).hasContent(NAMESPACE);
    assertThat(folder.resolve("ns.json")).content().contains("items");
  }

  @Test
  void strayFilesStandBesideTheDifferences() throws IOException {
    open(true).get(0).verify();
    write("notes.txt", "Mine.\n");
    write("routes.yaml", "a.b: []\n");

    assertThatThrownBy(open(false).get(0)::verify)
        .hasMessageContaining("one/notes.txt: belongs to nothing")
        .hasMessageContaining("-a.b: []\n+client.shop: []")
        .hasMessageNotContaining("Mine");
  }

  @Test
  void keepsAnInputThatHasTheNameOfAnExpectedFile() throws IOException {
    write("routes.yaml", NAMESPACE);
    write("options.properties", "kinds=clusters\n");

    assertKept("routes.yaml", NAMESPACE);
  }

  @Test
  void overwritesNoInputThatHasTheNameOfAnExpectedFile() throws IOException {
    write("routes.yaml", NAMESPACE);

    assertKept("routes.yaml", NAMESPACE);
    assertThatThrownBy(open(false).get(0)::verify)
        .hasMessageContaining("one/routes.yaml: an update leaves it: not written by an update");
  }

  @Test
  void keepsNotesThatHaveTheNameOfTheProblems() throws IOException {
    write("problems.txt", "What is still open:\n- retries\n");

    assertKept("problems.txt", "What is still open:\n- retries\n");
  }

  @Test
  void writesNoFileThatIsNoText() throws IOException {
    Files.write(folder.resolve("clusters.yaml"), new byte[] {(byte) 0xff, 0});

    assertThatThrownBy(open(true).get(0)::verify)
        .hasMessageContaining("one/clusters.yaml: left as it is");
    assertThat(Files.size(folder.resolve("clusters.yaml"))).isEqualTo(2);
  }

  @Test
  void writesAndDeletesNothingThroughSymbolicLinks() throws IOException {
    Path elsewhere = Files.writeString(temp.resolve("elsewhere.yaml"), "a.b: []\n");
    Files.createSymbolicLink(folder.resolve("clusters.yaml"), elsewhere);
    Files.createSymbolicLink(folder.resolve("problems.txt"), temp.resolve("nowhere"));

    assertThatThrownBy(open(true).get(0)::verify)
        .hasMessageContaining("one/clusters.yaml: left as it is: a symbolic link")
        .hasMessageContaining("one/problems.txt: left as it is: a symbolic link");
    assertThat(elsewhere).hasContent("a.b: []");
    assertThat(folder.resolve("problems.txt")).isSymbolicLink();
    assertThat(temp.resolve("nowhere")).doesNotExist();
  }

  @Test
  void readsThroughSymbolicLinks() throws IOException {
    open(true).get(0).verify();
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(folder.resolve("clusters.yaml"), elsewhere);
    Files.createSymbolicLink(folder.resolve("clusters.yaml"), elsewhere);
    said.clear();

    open(false).get(0).verify();
    open(true).get(0).verify();

    assertThat(said).isEmpty();
  }

  @Test
  void goesIntoNoLinkedFolder() throws IOException {
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("input.yaml"), "# Other.\n");
    Files.createSymbolicLink(root.resolve("two"), elsewhere);

    assertThatThrownBy(() -> open(true))
        .hasMessage(root + "/two: a symbolic link (expected: a folder)");
    assertThat(elsewhere.resolve("clusters.yaml")).doesNotExist();
  }

  @Test
  void namesWhatBelongsToNoCase() throws IOException {
    Path within = Files.createDirectories(folder.resolve("notes"));
    Files.writeString(within.resolve("notes.txt"), "Mine.\n");
    Files.writeString(root.resolve("routes.yaml"), NAMESPACE);

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageStartingWith(
            root.resolve("routes.yaml")
                + ": belongs to no case: its folder holds no input (expected: ")
        .hasMessageContaining("\n" + within + ": is within a case, but holds no input (");
    assertThat(within.resolve("notes.txt")).hasContent("Mine.");
    assertThat(root.resolve("routes.yaml")).hasContent(NAMESPACE);
    assertThat(folder.resolve("clusters.yaml")).doesNotExist();
  }

  @Test
  void passesOverHiddenFilesAndWhatExplainsAGroup() throws IOException {
    write(".DS_Store", "x");
    Files.createDirectories(root.resolve(".idea"));
    Files.writeString(root.resolve("README.md"), "About.\n");

    open(true).get(0).verify();

    assertThat(folder.resolve(".DS_Store")).exists();
  }

  @Test
  void keepsAListThatItDidNotWrite() throws IOException {
    Files.writeString(root.resolve("cases.txt"), "To do:\n  write some cases\n");

    assertThatThrownBy(() -> open(true))
        .hasMessage(
            root.resolve("cases.txt")
                + ": left as it is: not written by an update (expected: NAME: DESCRIPTION on each"
                + " line)");
    assertThat(root.resolve("cases.txt")).hasContent("To do:\n  write some cases\n");
  }

  @Test
  void endsAMergeThatIsNotDone() throws IOException {
    write("routes.yaml", "<<<<<<< HEAD\na.b: []\n=======\n{}\n>>>>>>> theirs\n");
    Files.writeString(root.resolve("cases.txt"), "<<<<<<< HEAD\na: B\n=======\n>>>>>>> theirs\n");

    open(true).get(0).verify();

    assertThat(folder.resolve("routes.yaml")).hasContent("client.shop: []");
    assertThat(root.resolve("cases.txt")).hasContent("one: Nothing.");
  }

  /** Else an update would refuse what it wrote itself. */
  @Test
  void knowsAllExpectedFilesOfTheCorpus() throws IOException {
    Path cases =
        Path.of(System.getProperty("rutter.root", ".."))
            .resolve("testdata/src/test/resources/cases");
    assertThat(WrittenForm.CASES.objection(cases.resolve("cases.txt"))).isEmpty();
    try (Stream<Path> files = Files.walk(cases)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.equals("problems.txt")) {
          assertThat(WrittenForm.PROBLEMS.objection(file)).as("%s", file).isEmpty();
        } else if (name.endsWith(".yaml") && !name.equals("input.yaml")) {
          assertThat(WrittenForm.RESOURCES.objection(file)).as("%s", file).isEmpty();
        } else if (name.equals("input.yaml")) {
          assertThat(WrittenForm.RESOURCES.objection(file)).as("%s", file).isNotEmpty();
        }
      }
    }
  }

  @Test
  void lineEndsAreNamedAsTheDifference() throws IOException {
    open(true).get(0).verify();
    write("routes.yaml", "client.shop: []\r\n");

    assertThatThrownBy(open(false).get(0)::verify)
        .hasMessageContaining("one/routes.yaml: differs in line ends only");
  }

  private void assertKept(String file, String text) throws IOException {
    assertThatThrownBy(open(true).get(0)::verify)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("one/" + file + ": left as it is: not written by an update");
    assertThat(folder.resolve(file)).hasContent(text);
    assertThat(said).noneMatch(line -> line.contains(file));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private List<GoldenCase> open(boolean update) {
    return GoldenFolder.open(
        GoldenRoot.of(root),
        new GoldenSettings(update, "", false, temp.resolve("actual"), said::add));
  }
}
