// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.yaml.internal.SourceTexts;
import io.rutter.yaml.internal.node.DocumentComposer;
import io.rutter.yaml.internal.node.KeyCheck;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.Nodes;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.text.FileTexts;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the one document of a YAML text, whatever it holds, as JSON: for Envoy's files. */
public final class YamlToJson {
  private static final Escaper STRING = escaper();

  private YamlToJson() {}

  /**
   * The document as JSON; nulls are left out. Documents with nothing in them do not count.
   *
   * @throws YamlLoadException if the source cannot be read, or is no YAML with one value in it, and
   *     each key once: a second one would be lost in silence
   */
  public static String convert(YamlSource source) {
    YamlLimits limits = YamlLimits.DEFAULT;
    List<Problem> problems = new ArrayList<>();
    FileTexts texts = SourceTexts.read(ImmutableList.of(source), limits, problems::add);
    TreeLimits treeLimits = TreeLimits.of(limits);
    Optional<Object> only = Optional.empty();
    for (TextDocument document :
        texts.contents().stream().flatMap(file -> file.documents().stream()).toList()) {
      NodeProblems at = new NodeProblems(document.file(), document.firstLine(), problems::add);
      Optional<Node> root = DocumentComposer.compose(document, treeLimits, at);
      root.ifPresent(node -> KeyCheck.check(node, at));
      Optional<Object> value = root.flatMap(Nodes::toJava);
      if (only.isPresent() && value.isPresent()) {
        at.report(
            Problem.error(ProblemCode.MALFORMED_YAML)
                .message("another document (expected: one only)")
                .build(),
            root.get());
      }
      only = only.or(() -> value);
    }
    if (only.isEmpty() || !problems.isEmpty()) {
      throw new YamlLoadException(ImmutableList.copyOf(problems));
    }
    return json(only.get());
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringJoiner fields = new StringJoiner(",", "{", "}");
      map.forEach((name, field) -> fields.add(quote(name.toString()) + ":" + json(field)));
      return fields.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner items = new StringJoiner(",", "[", "]");
      list.forEach(item -> items.add(json(item)));
      return items.toString();
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : quote(value.toString());
  }

  private static String quote(String text) {
    return '"' + STRING.escape(text) + '"';
  }

  private static Escaper escaper() {
    Escapers.Builder builder = Escapers.builder().addEscape('"', "\\\"").addEscape('\\', "\\\\");
    for (char c = 0; c < 0x20; c++) {
      builder.addEscape(c, String.format("\\u%04x", (int) c));
    }
    return builder.build();
  }
}
