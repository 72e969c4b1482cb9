// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Files.writeString(folder.resolve("leftover.yaml"), "old");

    open(true).get(0).verify();

    assertThat(folder.resolve("leftover.yaml")).doesNotExist();
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
  void fileThatBelongsToNothingFails() throws IOException {
    open(true).get(0).verify();
    Files.writeString(folder.resolve("router.yaml"), "");

    GoldenCase golden = open(false).get(0);

    assertThatThrownBy(golden::verify).hasMessageContaining("router.yaml");
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

  private ImmutableList<GoldenCase> open(boolean update) {
    return GoldenFolder.open(root, new GoldenSettings(update, "", temp.resolve("actual")));
  }
}
