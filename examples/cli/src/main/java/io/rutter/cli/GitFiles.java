// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.rutter.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a revision of git, as they are read of a folder: no hidden ones, no links. */
final class GitFiles {
  private static final String REGULAR = "100";

  /** A file of the revision: its name below the folder, and the id of its content. */
  private record Entry(String name, String id) {}

  private final String revision;
  private final Path input;
  private final GitProgram git;
  private final boolean isFolder;

  private GitFiles(String revision, Path input) {
    this.revision = revision;
    this.input = input;
    this.isFolder = Files.isDirectory(input);
    this.git = new GitProgram(isFolder ? input : parent(input));
  }

  /**
   * The sources of a file or folder, as they are in a revision; it must be there now too.
   *
   * @param revision a commit, branch, tag, or another name that git knows
   * @throws InputException if there is no git, no repository, no such revision, or no such file
   */
  static ImmutableList<YamlSource> of(String revision, Path input) {
    return new GitFiles(revision, input).sources();
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new InputException("--git: " + file + ": no such file or folder");
    }
    return parent;
  }

  private ImmutableList<YamlSource> sources() {
    if (git.line("rev-parse", "--git-dir").isEmpty()) {
      throw new InputException("--git: " + input + " is in no repository of git");
    }
    String commit =
        git.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
            .orElseThrow(
                () -> new InputException("--git: " + revision + " (expected: a revision of git)"));
    List<Entry> entries = entries(commit);
    if (entries.isEmpty()) {
      throw new InputException(
          "--git: " + revision + " has no *.yaml, *.yml or *.json in " + input);
    }
    return contents(entries);
  }

  private List<Entry> entries(String commit) {
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    arguments.add("ls-tree", "-r", "-z", commit);
    if (!isFolder) {
      arguments.add("--", String.valueOf(input.getFileName()));
    }
    byte[] listing =
        git.run(arguments.build())
            .orElseThrow(() -> new InputException("--git: " + revision + " cannot be listed"));
    List<Entry> entries = new ArrayList<>();
    for (String line : Splitter.on('\0').omitEmptyStrings().split(new String(listing, UTF_8))) {
      int tab = line.indexOf('\t');
      List<String> fields = Splitter.on(' ').splitToList(line.substring(0, tab));
      String name = line.substring(tab + 1);
      if (fields.get(0).startsWith(REGULAR) && (!isFolder || isRead(name))) {
        entries.add(new Entry(name, fields.get(2)));
      }
    }
    return entries;
  }

  /** Whether a folder's file is read. */
  private static boolean isRead(String name) {
    String lower = Ascii.toLowerCase(name);
    boolean hidden = name.startsWith(".") || name.contains("/.");
    return !hidden
        && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
  }

  private ImmutableList<YamlSource> contents(List<Entry> entries) {
    StringBuilder ids = new StringBuilder();
    entries.forEach(entry -> ids.append(entry.id()).append('\n'));
    byte[] batch =
        git.run(ImmutableList.of("cat-file", "--batch"), ids.toString().getBytes(US_ASCII))
            .orElseThrow(() -> new InputException("--git: " + revision + " cannot be read"));
    ImmutableList.Builder<YamlSource> sources = ImmutableList.builder();
    int at = 0;
    for (Entry entry : entries) {
      int end = at;
      while (batch[end] != '\n') {
        end++;
      }
      // "ID blob SIZE", then so many bytes and a line end.
      String header = new String(batch, at, end - at, US_ASCII);
      int size = size(header).orElseThrow(() -> new InputException("--git: " + header));
      sources.add(
          YamlSource.stream(
              revision + ":" + path(entry), new ByteArrayInputStream(batch, end + 1, size)));
      at = end + 1 + size + 1;
    }
    return sources.build();
  }

  private String path(Entry entry) {
    return isFolder ? input.resolve(entry.name()).toString() : input.toString();
  }

  private static Optional<Integer> size(String header) {
    List<String> fields = Splitter.on(' ').splitToList(header);
    return fields.size() == 3 ? Optional.of(Integer.valueOf(fields.get(2))) : Optional.empty();
  }
}
