// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.collect.ImmutableList;
import io.rutter.model.proxy.Proxy;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One case of {@link GoldenFiles}: a mesh and what it is translated to. */
public final class GoldenCase {
  private final String name;
  private final Path folder;
  private final GoldenRoot root;
  private final ImmutableList<CaseInput> inputs;
  private final GoldenSettings settings;

  private GoldenCase(
      Path folder, GoldenRoot root, ImmutableList<CaseInput> inputs, GoldenSettings settings) {
    this.name = root.nameOf(folder);
    this.folder = folder;
    this.root = root;
    this.inputs = inputs;
    this.settings = settings;
  }

  /**
   * The case in this folder.
   *
   * @throws ExtensionConfigurationException if an input is not text
   */
  static GoldenCase open(GoldenRoot root, Path folder, List<Path> files, GoldenSettings settings)
      throws IOException {
    List<CaseInput> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(CaseInput.read(file));
    }
    return new GoldenCase(folder, root, ImmutableList.copyOf(inputs), settings);
  }

  /**
   * Its folder, relative to the folder of the cases, {@code /} between the parts. A case that is in
   * the folder of the cases itself has the name of that folder.
   */
  public String name() {
    return name;
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** The files of its own mesh, in the order of their names; none where it has only that of all. */
  public ImmutableList<Path> inputs() {
    return ImmutableList.copyOf(inputs.stream().map(CaseInput::file).toList());
  }

  /** What it shows: the comment that the first line of an input is; empty if there is none. */
  public String description() {
    return inputs.stream().map(CaseInput::comment).flatMap(Optional::stream).findFirst().orElse("");
  }

  /**
   * Its options; Istio's defaults where it has none.
   *
   * @throws ExtensionConfigurationException if {@code options.properties} is wrong
   */
  public TranslationOptions options() {
    return read().translation();
  }

  /**
   * Translates its mesh for each of the proxies that it is about.
   *
   * @throws ExtensionConfigurationException if there is no such proxy, or {@code
   *     options.properties} is wrong
   */
  public Translation translate() {
    GoldenOptions options = read();
    List<YamlSource> sources = new ArrayList<>(root.mesh().sources());
    inputs.forEach(input -> sources.add(input.source()));
    LoadResult loaded = YamlLoader.create().load(sources);
    return Translation.of(
            Translator.create(options.translation()).compile(loaded.snapshot()),
            proxies(loaded, options.proxies()))
        .withInput(loaded.problems(), loaded.sources());
  }

  /**
   * Translates, and compares with the expected files. Where there are none yet, writes them and
   * fails; in update mode writes them.
   *
   * @throws AssertionError if something differs or is new; the message says what to do about it
   */
  public void verify() {
    verify(translate());
  }

  /** As {@link #verify()}, for a translation of one's own. */
  public void verify(Translation translation) {
    try {
      new ExpectedFiles(name, folder, settings).check(print(translation, read().kinds()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GoldenOptions read() {
    try {
      return GoldenOptions.read(folder, root);
    } catch (ExtensionConfigurationException e) {
      throw wrong(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Proxy> proxies(LoadResult loaded, ProxySelection selection) {
    ImmutableList<Proxy> all = loaded.snapshot().proxies();
    if (all.isEmpty()) {
      throw wrong(NoProxy.message(loaded.problems()));
    }
    try {
      return selection.of(all);
    } catch (ExtensionConfigurationException e) {
      throw wrong(e.getMessage());
    }
  }

  private ExtensionConfigurationException wrong(@Nullable String message) {
    return new ExtensionConfigurationException(name + " (" + folder + "): " + message);
  }

  /** The expected files by name. */
  private Map<String, String> print(Translation translation, Set<ResourceKind> kinds)
      throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (ResourceKind kind : kinds) {
      StringBuilder text = new StringBuilder();
      YamlOutput.writeKind(translation, kind, text);
      files.put(ExpectedFiles.fileOf(kind), text.toString());
    }
    String problems = new ShownProblems(inputs).text(translation.problems());
    if (!problems.isEmpty()) {
      files.put(ExpectedFiles.PROBLEMS, problems);
    }
    return files;
  }
}
