// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import io.rutter.model.problem.Problem;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.output.YamlOutput;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One case of {@link GoldenFiles}: an input and what it is translated to. */
public final class GoldenCase {
  static final String INPUT = "input.yaml";

  private final String name;
  private final Path folder;
  private final String input;
  private final GoldenSettings settings;

  private GoldenCase(String name, Path folder, String input, GoldenSettings settings) {
    this.name = name;
    this.folder = folder;
    this.input = input;
    this.settings = settings;
  }

  /**
   * The case in this folder.
   *
   * @throws ExtensionConfigurationException if it is none; the message says why
   */
  static GoldenCase open(Path root, Path folder, GoldenSettings settings) throws IOException {
    String name = root.relativize(folder).toString().replace('\\', '/');
    Path file = folder.resolve(INPUT);
    String input = text(file);
    if (!input.startsWith("# ")) {
      throw new ExtensionConfigurationException(
          file + ":1:1: expected: a comment that says what the case shows, \"# Retries.\"");
    }
    return new GoldenCase(name, folder, input, settings);
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ExtensionConfigurationException(file + ": not UTF-8", e);
    }
  }

  /** Its folder, relative to the folder of the cases, {@code /} between the parts. */
  public String name() {
    return name;
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** The text of its input. */
  public String input() {
    return input;
  }

  /** What it shows: the comment in the first line of its input. */
  public String description() {
    return input.lines().findFirst().orElse("").substring(1).strip();
  }

  /** Its options; Istio's defaults where it has none. */
  public TranslationOptions options() {
    return GoldenOptions.read(folder).translation();
  }

  /** Translates its input for each of its proxies. */
  public Translation translate() {
    LoadResult loaded = YamlLoader.create().load(YamlSource.text(INPUT, input));
    return Translation.of(
            Translator.create(options()).compile(loaded.snapshot()), loaded.snapshot().proxies())
        .withInput(loaded.problems(), loaded.sources());
  }

  /** Translates and compares with the expected files, or writes these in update mode. */
  public void verify() {
    verify(translate());
  }

  /** Compares a translation with the expected files, or writes these in update mode. */
  public void verify(Translation translation) {
    try {
      ExpectedFiles files = new ExpectedFiles(name, folder, settings);
      if (settings.update()) {
        files.write(print(translation, GoldenOptions.read(folder).kinds()));
      } else {
        files.compare(print(translation, GoldenOptions.read(folder).kinds()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expected files by name. */
  private static Map<String, String> print(Translation translation, Set<ResourceKind> kinds)
      throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (ResourceKind kind : kinds) {
      StringBuilder text = new StringBuilder();
      YamlOutput.writeKind(translation, kind, text);
      files.put(ExpectedFiles.fileOf(kind), text.toString());
    }
    if (!translation.problems().isEmpty()) {
      StringBuilder text = new StringBuilder();
      for (Problem problem : translation.problems()) {
        text.append(problem).append('\n');
      }
      files.put(ExpectedFiles.PROBLEMS, text.toString());
    }
    return files;
  }
}
