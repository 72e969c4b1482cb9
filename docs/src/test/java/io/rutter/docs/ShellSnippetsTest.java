// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.TestCertificate;
import io.rutter.docs.Page.Block;
import io.rutter.meshincode.CatalogueMesh;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.ProtoYaml;
import io.rutter.translator.output.XdsAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows for a shell runs, block after block, in one folder for each page. */
@DisabledOnOs(OS.WINDOWS)
class ShellSnippetsTest {
  @TempDir private Path temp;

  @AfterEach
  void restoreLogging() throws Exception {
    LogManager.getLogManager().readConfiguration();
  }

  @TestFactory
  Stream<DynamicTest> pagesRun() {
    return Page.all().stream()
        .filter(page -> !blocks(page).isEmpty())
        .map(page -> DynamicTest.dynamicTest(page.name(), () -> run(page)));
  }

  private void run(Page page) throws Exception {
    Path folder = Files.createTempDirectory(temp, "page");
    try (ShellSession session = ShellSession.start(folder, new ShellCommands(page))) {
      prepare(page, session.folder());
      for (Block block : blocks(page)) {
        assertThat(session.run(block.text())).as(block.toString()).isEmpty();
      }
    }
  }

  private static List<Block> blocks(Page page) {
    return page.blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .filter(block -> !Figures.isElsewhere(block))
        .toList();
  }

  /** What a reader of the pages has before the first line: certificates, what a program wrote. */
  private static void prepare(Page page, Path folder) throws Exception {
    Files.writeString(
        folder.resolve("edge.yaml"),
        ProtoYaml.print(
            DynamicBootstrap.of(CatalogueMesh.EDGE, XdsAddress.of("127.0.0.1", 18_000))));
    if (!page.text().contains("plane.crt")) {
      return;
    }
    Path made = folder.resolveSibling("certificates");
    TestCertificate.of("plane.example.org", Files.createDirectories(made)).writeTo(made);
    for (String name : List.of("plane.crt", "plane-ca.crt", "clients.crt", "edge.crt")) {
      Files.copy(made.resolve("tls.crt"), folder.resolve(name));
    }
    for (String name : List.of("plane.key", "edge.key")) {
      Files.copy(made.resolve("tls.key"), folder.resolve(name));
    }
  }
}
