// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.internal.output.YamlWriter;
import java.io.IOException;
import java.util.Set;

/** Writes a translation as YAML: the same names, values and order as {@link JsonOutput}. */
public final class YamlOutput {
  private YamlOutput() {}

  /** Writes the resources of these kinds and all problems. */
  public static void write(Translation translation, Set<ResourceKind> kinds, Appendable out)
      throws IOException {
    StringBuilder json = new StringBuilder();
    JsonOutput.write(translation, kinds, json);
    out.append(YamlWriter.fromJson(json.toString()));
  }

  /** Writes the resources of one kind: a list below the name of each proxy. */
  public static void writeKind(Translation translation, ResourceKind kind, Appendable out)
      throws IOException {
    StringBuilder json = new StringBuilder();
    JsonOutput.writeKind(translation, kind, json);
    out.append(YamlWriter.fromJson(json.toString()));
  }
}
