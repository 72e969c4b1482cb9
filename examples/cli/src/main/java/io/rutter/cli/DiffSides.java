// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two meshes that {@code rutter diff} compares.
 *
 * @param before the sources of the mesh of before
 * @param after the sources of the mesh of after
 */
record DiffSides(ImmutableList<YamlSource> before, ImmutableList<YamlSource> after) {
  private static final String BETWEEN = "..";

  /**
   * The sides that arguments name.
   *
   * @param git a revision, or two with dots between them; absent: two inputs are compared
   */
  static DiffSides of(List<String> inputs, Optional<String> git) {
    if (git.isPresent()) {
      return ofRevisions(git.get(), inputs);
    }
    if (inputs.size() != 2) {
      throw new UsageException(
          "name the mesh of before and the mesh of after, or one with --git REVISION");
    }
    return new DiffSides(files(inputs.subList(0, 1)), files(inputs.subList(1, 2)));
  }

  private static DiffSides ofRevisions(String git, List<String> inputs) {
    if (inputs.isEmpty()) {
      throw new UsageException("name the files or folders that --git is about");
    }
    int dots = git.indexOf(BETWEEN);
    String first = dots < 0 ? git : git.substring(0, dots);
    Optional<String> second =
        dots < 0 ? Optional.empty() : Optional.of(git.substring(dots + BETWEEN.length()));
    if (first.isEmpty()
        || second.filter(name -> name.isEmpty() || name.startsWith(".")).isPresent()) {
      throw new UsageException("--git: " + git + " (expected: REVISION or REVISION..REVISION)");
    }
    return new DiffSides(
        revision(first, inputs), second.map(name -> revision(name, inputs)).orElse(files(inputs)));
  }

  private static ImmutableList<YamlSource> revision(String revision, List<String> inputs) {
    ImmutableList.Builder<YamlSource> sources = ImmutableList.builder();
    inputs.forEach(input -> sources.addAll(GitFiles.of(revision, path(input))));
    return sources.build();
  }

  private static ImmutableList<YamlSource> files(List<String> inputs) {
    return inputs.stream()
        .map(input -> YamlSource.path(path(input)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Path path(String input) {
    if (input.equals(StandardInput.ARGUMENT)) {
      throw new UsageException("-: diff reads files and folders only");
    }
    return InputFiles.path("FILE", input);
  }

  /** Reads one of them. */
  static LoadResult load(ImmutableList<YamlSource> sources, PrintWriter err) {
    try (Progress progress = Progress.on(err)) {
      progress.stage("reading the input");
      return YamlLoader.create().load(sources);
    }
  }
}
