// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldenCaseTest {
  /** No proxy, so that nothing is translated. */
  private static final String INPUT = "# Nothing.\n";

  private final Path temp;
  private final Path root;
  private final Path folder;

  GoldenCaseTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    root = temp.resolve("cases");
    folder = Files.createDirectories(root.resolve("group/one"));
    Files.writeString(folder.resolve("input.yaml"), INPUT);
  }

  @Test
  void updateWritesWhatVerifyThenAccepts() throws IOException {
    open(true).get(0).verify();

    assertThat(folder.resolve("clusters.yaml")).hasContent("{}");
    assertThat(root.resolve("cases.txt")).hasContent("group/one: Nothing.");
    open(false).get(0).verify();
  }

  @Test
  void differenceIsShownAndActualFilesAreWritten() throws IOException {
    open(true).get(0).verify();
    Files.writeString(folder.resolve("routes.yaml"), "a.b: []\n");

    GoldenCase golden = open(false).get(0);

    assertThatThrownBy(golden::verify)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("--- group/one/routes.yaml (expected)")
        .hasMessageContaining("-a.b: []\n+{}")
        .hasMessageContaining("-Drutter.golden.case=group/one");
    assertThat(temp.resolve("actual/group/one/routes.yaml")).hasContent("{}");
  }

  @Test
  void folderWithoutInputFails() throws IOException {
    Files.createDirectories(root.resolve("group/two"));

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("two: holds no input.yaml");
  }

  @Test
  void listMustAgreeWithFolders() throws IOException {
    Files.writeString(root.resolve("cases.txt"), "group/gone: Old.\n");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("-group/gone: Old.\n+group/one: Nothing.");
  }

  @Test
  void inputMustSayWhatItShows() throws IOException {
    Files.writeString(folder.resolve("input.yaml"), "kind: Proxy\n");

    assertThatThrownBy(() -> open(true)).hasMessageContaining("input.yaml:1:1");
  }

  @Test
  void inputMustBeText() throws IOException {
    Files.write(folder.resolve("input.yaml"), new byte[] {'#', ' ', (byte) 0xff});

    assertThatThrownBy(() -> open(true)).hasMessageContaining("input.yaml: not UTF-8");
  }

  @Test
  void allThatIsWrongWithTheFoldersIsSaidAtOnce() throws IOException {
    Files.writeString(folder.resolve("input.yaml"), "kind: Proxy\n");
    Files.createDirectories(root.resolve("group/two"));

    assertThatThrownBy(() -> open(true))
        .hasMessageContaining("input.yaml:1:1: expected: a comment")
        .hasMessageContaining("two: holds no input.yaml");
  }

  @Test
  void folderMustExist() {
    assertThatThrownBy(
            () ->
                GoldenFolder.open(
                    temp.resolve("case"), new GoldenSettings(true, "", temp, line -> {})))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("case: no such folder in ");
  }

  @Test
  void optionsThatMeanNothingFail() throws IOException {
    assertOptions("dualStack=yes", "dualStack: yes (expected: true or false)");
    assertOptions("dualstack=true", "dualstack is no option (expected: kinds, dualStack, ");
    assertOptions("kinds=", "kinds: none (expected: one of clusters, endpoints, ");
    assertOptions("kinds=route", "kinds: route (expected: clusters, endpoints, ");
    assertOptions("kinds=\\u00", "not a properties file");
  }

  private void assertOptions(String text, String message) throws IOException {
    Files.writeString(folder.resolve("options.properties"), text);

    GoldenCase golden = open(true).get(0);

    assertThatThrownBy(golden::verify)
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("options.properties: " + message);
  }

  @Test
  void updateIsRefusedOnCi() {
    Properties properties = new Properties();
    properties.setProperty("rutter.golden", "update");

    assertThat(GoldenSettings.of(properties, Map.of()).update()).isTrue();
    assertThat(GoldenSettings.of(properties, Map.of("CI", "false")).update()).isTrue();
    assertThatThrownBy(() -> GoldenSettings.of(properties, Map.of("CI", "true")))
        .hasMessageContaining("CI");
  }

  @Test
  void unknownModeIsRefused() {
    Properties properties = new Properties();
    properties.setProperty("rutter.golden", "yes");

    assertThatThrownBy(() -> GoldenSettings.of(properties, Map.of()))
        .hasMessageContaining("rutter.golden: yes (expected: update");
  }

  private List<GoldenCase> open(boolean update) {
    return GoldenFolder.open(
        root, new GoldenSettings(update, "", temp.resolve("actual"), line -> {}));
  }
}
