// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import io.rutter.docs.Page.Block;
import java.util.List;
import java.util.Map;

/** The blocks that nothing runs, and why: figures and forms, and what another test runs. */
final class Figures {
  /** What is drawn: pages with the first words of the block. */
  private static final Map<String, List<String>> DRAWN =
      Map.of(
          "docs/architecture.md", List.of("YAML text"),
          "docs/explain.md",
              List.of("# VirtualService/bookinfo/ratings spec.http[1] (40-routing.yaml"),
          "docs/diff.md", List.of("HTTP to reviews.bookinfo.svc.cluster.local:9080"),
          "docs/formats.md", List.of("{\"proxies\": {\"NAME.NAMESPACE\":", "FILE:LINE:COLUMN:"),
          "docs/golden-tests.md",
              List.of("src/test/golden/", "golden (src/test/golden): a new case"),
          "docs/problems.md", List.of("rules.yaml:7:26: error:", "mesh/rules.yaml:2:1: error:"),
          "examples/control-plane/README.md", List.of("time=2026-01-02T03:04:05.678Z"),
          "examples/kubernetes/README.md", List.of("informers ─▶"));

  /** Languages of other tools, which the build does not have. */
  private static final List<String> OF_OTHER_TOOLS = List.of("kotlin");

  /** Pages whose blocks of these languages another test takes apart, in its own surroundings. */
  static final Map<String, Map<String, String>> ELSEWHERE =
      Map.of(
          "docs/problems.md",
          Map.of("sh", "ProblemsDocumentTest", "yaml", "ProblemsDocumentTest"),
          "docs/pull-requests.md",
          Map.of("sh", "PullRequestsCheck", "yaml", "PullRequestsCheck"),
          "docs/command.md",
          Map.of("sh", "InstallCheck", "yaml", "CommandDocumentTest"),
          "examples/kubernetes/README.md",
          Map.of("sh", "KubernetesReadmeTest"));

  private Figures() {}

  static boolean isOne(Block block) {
    return DRAWN.getOrDefault(block.page(), List.of()).stream()
        .anyMatch(block.text().strip()::startsWith);
  }

  static boolean isOfAnotherTool(Block block) {
    return OF_OTHER_TOOLS.contains(block.language());
  }

  static boolean isElsewhere(Block block) {
    return ELSEWHERE.getOrDefault(block.page(), Map.of()).containsKey(block.language());
  }

  /** Figures that are on no page. */
  static List<String> gone() {
    List<Block> blocks = Page.all().stream().flatMap(page -> page.blocks().stream()).toList();
    return DRAWN.entrySet().stream()
        .flatMap(
            page ->
                page.getValue().stream()
                    .filter(
                        start ->
                            blocks.stream()
                                .filter(block -> block.page().equals(page.getKey()))
                                .noneMatch(block -> block.text().strip().startsWith(start))))
        .toList();
  }
}
