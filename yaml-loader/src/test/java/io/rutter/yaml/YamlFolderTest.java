// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are read. */
class YamlFolderTest {
  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: %s}, spec: {ports: [{port: 80}]}}";

  @TempDir private Path folder;

  @Test
  void ordersFilesByNameAndTakesNoOthers() throws IOException {
    write("b.yml");
    write("a/z.json");
    write("a/a.yaml");
    write("README.md");
    write("a.yaml");
    write("a.yaml~");

    assertThat(names()).containsExactly("a.yaml", "a/a.yaml", "a/z.json", "b.yml");
  }

  @Test
  void leavesOutNamesThatStartWithADot() throws IOException {
    write("mesh.yaml");
    write(".git/config.yaml");
    write(".terraform/modules/m.json");
    write("sub/.github/workflows/ci.yml");
    write(".hidden.yaml");

    assertThat(names()).containsExactly("mesh.yaml");
    assertThat(YamlFolder.files(folder.resolve(".git"))).hasSize(1);
  }

  @Test
  void readsAMountedConfigMapOnce() throws IOException {
    write("..v1/a.yaml");
    write("..v1/sub/b.yaml");
    link("..data", "..v1");
    link("a.yaml", "..data/a.yaml");
    link("sub", "..data/sub");

    assertThat(names()).containsExactly("a.yaml", "sub/b.yaml");
    LoadResult mesh = YamlLoader.create().load(folder);
    assertThat(mesh.problems()).isEmpty();
    assertThat(mesh.snapshot().services()).hasSize(2);
  }

  @Test
  void followsNoLinkRoundAndReadsNoFileTwice() throws IOException {
    write("mesh/x/a.yaml");
    write("beside.yaml");
    link("mesh/self", ".");
    link("mesh/up", "..");
    link("mesh/x/root", "/");
    link("mesh/again", "x");
    link("mesh/x/b.yaml", "a.yaml");
    link("mesh/x/loop", "loop");
    link("mesh/x/loop.yaml", "loop.yaml");

    assertThat(YamlFolder.files(folder.resolve("mesh")))
        .extracting(path -> folder.relativize(path).toString())
        .containsExactly("mesh/again/a.yaml");
  }

  @Test
  void followsLinksToOtherFolders() throws IOException {
    write("elsewhere/a.yaml");
    write("mesh/b.yaml");
    link("mesh/a", "../elsewhere");

    assertThat(YamlFolder.files(folder.resolve("mesh")))
        .containsExactly(folder.resolve("mesh/a/a.yaml"), folder.resolve("mesh/b.yaml"));
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    write("a.yaml");
    link("lost.yaml", "nowhere.yaml");
    link("lost", "nowhere");

    LoadResult mesh = YamlLoader.create().load(folder);

    assertThat(mesh.snapshot().services()).hasSize(1);
    assertThat(mesh.problems())
        .hasToString(
            "["
                + folder.resolve("lost.yaml")
                + ":1:1: warning: a link to no file, left out (expected: a file)"
                + " [unreadable-file]]");
  }

  @Test
  void throwsForNoFolder() throws IOException {
    write("a.yaml");

    assertThatThrownBy(() -> YamlFolder.files(folder.resolve("nothing")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> YamlFolder.files(folder.resolve("a.yaml")))
        .isInstanceOf(IOException.class);
  }

  private List<String> names() throws IOException {
    return YamlFolder.files(folder).stream()
        .map(path -> folder.relativize(path).toString())
        .toList();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, SERVICE.formatted(name.replaceAll("[^a-z]", "")));
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }
}
