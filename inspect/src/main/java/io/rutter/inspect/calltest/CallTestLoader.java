// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.internal.reader.TestDocumentReader;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.BoundedProblems;
import io.rutter.yaml.internal.InputOrder;
import io.rutter.yaml.internal.SourceTexts;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.FileTexts.FileDocuments;
import io.rutter.yaml.internal.text.TextDocument;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads test files: calls with their expected results, in YAML or JSON, in the form of Rutter,
 * istio-config-validator or Envoy's {@code router_check_tool}. Documents of one file may have
 * different forms.
 */
public final class CallTestLoader {
  private CallTestLoader() {}

  /**
   * Reads files, which must hold tests only, and folders, where everything else is skipped: tests
   * and the mesh that they are for may be in one folder.
   */
  public static CallTests load(Path... paths) {
    return load(Arrays.stream(paths).map(YamlSource::path).toList());
  }

  /** Reads sources; tests and problems come in their order. */
  public static CallTests load(List<YamlSource> sources) {
    YamlLimits limits = YamlLimits.DEFAULT;
    BoundedProblems problems = new BoundedProblems(limits.problems());
    FileTexts texts = SourceTexts.read(sources, limits, problems);
    TreeLimits treeLimits = TreeLimits.of(limits);
    ImmutableList.Builder<TestCase> tests = ImmutableList.builder();
    for (FileDocuments file : texts.contents()) {
      for (TextDocument document : file.documents()) {
        if (file.folder().isEmpty() || TestDocumentReader.isFor(document, treeLimits)) {
          tests.addAll(TestDocumentReader.read(document, treeLimits, problems));
        }
      }
    }
    return new CallTests(
        tests.build(), ImmutableList.sortedCopyOf(new InputOrder(texts.files()), problems.all()));
  }
}
