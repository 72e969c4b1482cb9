// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.protobuf.Message;
import io.rutter.model.problem.Problem;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.internal.output.MessagePrinter;
import io.rutter.translator.internal.output.ProblemJson;
import io.rutter.translator.internal.output.YamlScalars;
import io.rutter.translator.internal.output.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a translation as YAML: the same names, values and order as {@link JsonOutput}. */
public final class YamlOutput {
  private final Appendable out;
  private final MessagePrinter printer;
  private final String indent;

  private YamlOutput(Appendable out, MessagePrinter printer, String indent) {
    this.out = out;
    this.printer = printer;
    this.indent = indent;
  }

  /** All resources and problems, in memory: {@link #write} is for large meshes. */
  public static String print(Translation translation) {
    return print(translation, EnumSet.allOf(ResourceKind.class));
  }

  /** The resources of these kinds and all problems, in memory. */
  public static String print(Translation translation, Set<ResourceKind> kinds) {
    StringBuilder out = new StringBuilder();
    try {
      write(translation, kinds, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing fails in memory.
    }
    return out.toString();
  }

  /** Writes the resources of these kinds and all problems. */
  public static void write(Translation translation, Set<ResourceKind> kinds, Appendable out)
      throws IOException {
    YamlOutput output = of(translation, kinds, out, 2);
    out.append("proxies:").append(translation.proxies().isEmpty() ? " {}\n" : "\n");
    for (XdsResources proxy : translation.proxies()) {
      out.append("  ").append(id(proxy)).append(":").append(kinds.isEmpty() ? " {}\n" : "\n");
      for (ResourceKind kind : ResourceKind.values()) {
        if (kinds.contains(kind)) {
          out.append("    ").append(kind.id()).append(":");
          output.resources(kind.of(proxy));
        }
      }
    }
    out.append("problems:").append(translation.problems().isEmpty() ? " []\n" : "\n");
    for (Problem problem : translation.problems()) {
      out.append("- ").append(YamlWriter.fromJson(ProblemJson.print(problem), 1));
    }
  }

  /** Writes the resources of one kind: a list below the name of each proxy. */
  public static void writeKind(Translation translation, ResourceKind kind, Appendable out)
      throws IOException {
    YamlOutput output = of(translation, Set.of(kind), out, 0);
    out.append(translation.proxies().isEmpty() ? "{}\n" : "");
    for (XdsResources proxy : translation.proxies()) {
      out.append(id(proxy)).append(":");
      output.resources(kind.of(proxy));
    }
  }

  /**
   * Writes lists.
   *
   * @param level how far they are indented
   */
  private static YamlOutput of(
      Translation translation, Set<ResourceKind> kinds, Appendable out, int level) {
    Stream<Message> messages =
        translation.proxies().stream()
            .flatMap(proxy -> kinds.stream().flatMap(kind -> kind.of(proxy).stream()));
    return new YamlOutput(out, MessagePrinter.yaml(messages, level + 1), "  ".repeat(level));
  }

  private static String id(XdsResources proxy) {
    return YamlScalars.text(proxy.proxy().id());
  }

  private void resources(List<? extends Message> resources) throws IOException {
    out.append(resources.isEmpty() ? " []\n" : "\n");
    for (Message resource : resources) {
      out.append(indent).append("- ").append(printer.print(resource));
    }
  }
}
