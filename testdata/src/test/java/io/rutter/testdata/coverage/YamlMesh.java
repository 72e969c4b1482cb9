// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/** The documents of a case as trees that can be changed and written again. */
final class YamlMesh {
  private final List<Node> documents;

  private YamlMesh(List<Node> documents) {
    this.documents = documents;
  }

  /**
   * One place where a field is set.
   *
   * @param isFree whether what is in it has no fields of its own
   */
  record Occurrence(
      String type, String field, boolean isFree, MappingNode holder, NodeTuple entry) {}

  static YamlMesh of(String yaml) {
    List<Node> documents = new ArrayList<>();
    yaml().composeAll(new StringReader(yaml)).forEach(documents::add);
    return new YamlMesh(documents);
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options);
  }

  String text() {
    StringWriter text = new StringWriter();
    for (Node document : documents) {
      text.write("---\n");
      yaml().serialize(document, text);
    }
    return text.toString();
  }

  /** Every field of the documents whose kind the schema knows, in document order. */
  List<Occurrence> occurrences(InputSchema schema) {
    List<Occurrence> found = new ArrayList<>();
    for (Node document : documents) {
      if (document instanceof MappingNode mapping) {
        String kind = scalar(mapping, "kind").orElse("");
        String type = kind.equals("WorkloadEntry") ? "WorkloadEntryResource" : kind;
        child(mapping, "spec").ifPresent(spec -> collect(spec, type, schema, found));
      }
    }
    return found;
  }

  private static void collect(Node node, String type, InputSchema schema, List<Occurrence> found) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> collect(element, type, schema, found));
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String name = ((ScalarNode) entry.getKeyNode()).getValue();
      Optional<String> nested = schema.fieldsOf(type).getOrDefault(name, Optional.empty());
      if (schema.fieldsOf(type).containsKey(name)) {
        found.add(new Occurrence(type, name, nested.isEmpty(), mapping, entry));
        nested.ifPresent(n -> collectNested(entry.getValueNode(), n, schema, found));
      }
    }
  }

  /** The value is an object, a list of objects, or a map whose values are objects. */
  private static void collectNested(
      Node value, String type, InputSchema schema, List<Occurrence> found) {
    if (value instanceof MappingNode mapping && !knowsAnyKey(mapping, type, schema)) {
      mapping.getValue().forEach(e -> collect(e.getValueNode(), type, schema, found));
    } else {
      collect(value, type, schema, found);
    }
  }

  private static boolean knowsAnyKey(MappingNode mapping, String type, InputSchema schema) {
    return mapping.getValue().stream()
        .map(e -> ((ScalarNode) e.getKeyNode()).getValue())
        .anyMatch(schema.fieldsOf(type)::containsKey);
  }

  /** The documents without the field, then with other values in it. */
  List<String> variants(Occurrence occurrence) {
    List<NodeTuple> entries = occurrence.holder().getValue();
    int index = entries.indexOf(occurrence.entry());
    List<String> variants = new ArrayList<>();
    entries.remove(index);
    variants.add(text());
    entries.add(index, occurrence.entry());
    if (occurrence.entry().getValueNode() instanceof ScalarNode scalar) {
      for (String value : OtherValues.of(occurrence.field(), scalar)) {
        Node other = with(scalar, value);
        entries.set(index, new NodeTuple(occurrence.entry().getKeyNode(), other));
        variants.add(text());
      }
      entries.set(index, occurrence.entry());
    } else if (occurrence.entry().getValueNode() instanceof SequenceNode list
        && !list.getValue().isEmpty()) {
      addListVariants(occurrence.field(), list.getValue(), variants);
    } else if (occurrence.entry().getValueNode() instanceof MappingNode map
        && occurrence.isFree()
        && !map.getValue().isEmpty()) {
      addMapVariant(map.getValue(), variants);
    }
    return variants;
  }

  /**
   * The same value under another key, where that is no field: some maps have to add up to
   * something.
   */
  private void addMapVariant(List<NodeTuple> entries, List<String> variants) {
    NodeTuple last = entries.get(entries.size() - 1);
    if (last.getKeyNode() instanceof ScalarNode key && !key.getValue().matches("[a-zA-Z]+")) {
      Node other = with(key, "other-" + key.getValue());
      entries.set(entries.size() - 1, new NodeTuple(other, last.getValueNode()));
      variants.add(text());
      entries.set(entries.size() - 1, last);
    }
  }

  private void addListVariants(String field, List<Node> elements, List<String> variants) {
    Node last = elements.remove(elements.size() - 1);
    if (!elements.isEmpty()) {
      variants.add(text());
    }
    elements.add(last);
    if (last instanceof ScalarNode scalar) {
      for (String value : OtherValues.of(field, scalar)) {
        elements.set(elements.size() - 1, with(scalar, value));
        variants.add(text());
      }
      elements.set(elements.size() - 1, last);
    }
  }

  private static ScalarNode with(ScalarNode scalar, String value) {
    return new ScalarNode(
        scalar.getTag(),
        value,
        scalar.getStartMark(),
        scalar.getEndMark(),
        scalar.getScalarStyle());
  }

  private static Optional<Node> child(MappingNode mapping, String name) {
    return mapping.getValue().stream()
        .filter(e -> e.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private static Optional<String> scalar(MappingNode mapping, String name) {
    return child(mapping, name)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue());
  }
}
