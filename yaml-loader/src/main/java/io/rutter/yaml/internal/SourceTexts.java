// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rutter.model.problem.ProblemSink;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.text.FileTexts;
import java.util.List;

/** Reads the texts of sources. */
public final class SourceTexts {
  private SourceTexts() {}

  /** The texts of sources, in their order. */
  public static FileTexts read(List<YamlSource> sources, YamlLimits limits, ProblemSink problems) {
    FileTexts texts = new FileTexts(limits.fileBytes(), limits.documents(), problems);
    for (YamlSource source : sources) {
      if (source instanceof YamlSource.Files files) {
        texts.announce(files.path());
      }
    }
    for (YamlSource source : sources) {
      if (source instanceof YamlSource.Files files) {
        texts.addPath(files.path());
      } else if (source instanceof YamlSource.Stream stream) {
        texts.addStream(stream.name(), stream.stream());
      } else if (source instanceof YamlSource.Text text) {
        texts.addBytes(text.name(), text.text().getBytes(UTF_8));
      }
    }
    return texts;
  }
}
