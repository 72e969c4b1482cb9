// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.collect.ImmutableList;
import io.rutter.yaml.internal.BoundedProblems;
import io.rutter.yaml.internal.InputOrder;
import io.rutter.yaml.internal.MeshReader;
import io.rutter.yaml.internal.SourceTexts;
import io.rutter.yaml.internal.Validation;
import io.rutter.yaml.internal.text.FileTexts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a mesh from YAML or JSON documents: Istio's kinds, those of Kubernetes, and Rutter's own
 * {@code Proxy}, {@code MeshConfig} and {@code MeshNetworks}. All sources together make one mesh.
 *
 * <p>Reading never throws for what is in an input: see {@link LoadResult#problems}. A document with
 * an error is left out, the rest is loaded.
 *
 * <p>A file that is named must hold objects only. The files of a folder may be of other tools: what
 * has neither kind nor apiVersion is skipped there, with a note.
 */
public final class YamlLoader {
  private final YamlLimits limits;
  private final Validation validation;

  private YamlLoader(YamlLimits limits, Validation validation) {
    this.limits = limits;
    this.validation = validation;
  }

  /** A loader with the usual limits and Istio's rules of validation. */
  public static YamlLoader create() {
    return new YamlLoader(YamlLimits.DEFAULT, Validation.ISTIO);
  }

  /** A loader with other limits. */
  public YamlLoader withLimits(YamlLimits newLimits) {
    return new YamlLoader(newLimits, validation);
  }

  /**
   * A loader that does not check objects against Istio's rules, but takes all that have the right
   * types.
   */
  public YamlLoader withoutValidation() {
    return new YamlLoader(limits, Validation.NONE);
  }

  /** Reads files and folders. */
  public LoadResult load(Path... paths) {
    return load(Arrays.stream(paths).map(YamlSource::path).toList());
  }

  /** Reads one source. */
  public LoadResult load(YamlSource source) {
    return load(ImmutableList.of(source));
  }

  /** Reads sources; the problems come in their order. */
  public LoadResult load(List<YamlSource> sources) {
    BoundedProblems problems = new BoundedProblems(limits.problems());
    FileTexts texts = SourceTexts.read(sources, limits, problems);
    MeshReader reader = new MeshReader(limits, validation, problems);
    reader.read(texts);
    return new LoadResult(
        reader.snapshot(),
        problems.all(),
        reader.sources(),
        reader.suppressedCodes(),
        new InputOrder(texts.files()));
  }
}
