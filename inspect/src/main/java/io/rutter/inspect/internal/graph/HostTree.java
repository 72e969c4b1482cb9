// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.inspect.internal.graph.HostRules.Variant;
import io.rutter.inspect.internal.graph.read.MeshReader;
import io.rutter.inspect.internal.graph.read.MeshReading;
import io.rutter.inspect.internal.graph.read.SeenHost;
import io.rutter.inspect.internal.graph.read.SeenRule;
import io.rutter.inspect.internal.graph.read.SeenTarget;
import io.rutter.translator.CompiledMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the rules of one host as a tree, in the order in which they are tried. */
final class HostTree {
  private final MeshReading reading;
  private final GraphDraft draft = new GraphDraft();
  private final Destinations destinations;

  private HostTree(CompiledMesh mesh, MeshReading reading) {
    this.reading = reading;
    this.destinations = new Destinations(draft, reading, new ServiceTls(mesh, reading.services()));
  }

  /** The tree of a host, or of all hosts that begin with that name and a dot; else empty. */
  static DrawnMesh of(CompiledMesh mesh, String host) {
    MeshReading reading = MeshReader.read(mesh);
    HostTree tree = new HostTree(mesh, reading);
    ImmutableList<SeenHost> exact =
        reading.hosts().stream()
            .filter(seen -> seen.host().equals(host))
            .collect(toImmutableList());
    tree.draw(
        exact.isEmpty()
            ? reading.hosts().stream()
                .filter(seen -> seen.host().startsWith(host + "."))
                .collect(toImmutableList())
            : exact);
    return new DrawnMesh(tree.draft, reading.notes());
  }

  /** The hosts that a mesh has a tree for, in order. */
  static ImmutableList<String> hosts(CompiledMesh mesh) {
    return MeshReader.read(mesh).hosts().stream()
        .map(SeenHost::host)
        .distinct()
        .sorted()
        .collect(toImmutableList());
  }

  private void draw(ImmutableList<SeenHost> seen) {
    SetMultimap<String, SeenHost> byNode = LinkedHashMultimap.create();
    seen.forEach(host -> byNode.put(Names.host(host, reading.known()), host));
    for (String id : byNode.keySet()) {
      List<SeenHost> ofNode = new ArrayList<>(byNode.get(id));
      for (Variant variant : new HostRules(ofNode).variants()) {
        variant(id, ofNode.get(0), variant);
      }
    }
  }

  private void variant(String node, SeenHost any, Variant variant) {
    String id = "tree/" + node + variant.seers();
    draft.node(
        id,
        NodeKind.HOST,
        any.host().equals("*") ? "any host" : any.host(),
        Names.namespace(any.host(), reading.known()));
    draft.line(
        id,
        any.view().isGateway() ? "at the gateway " + any.view().name() : "inside the mesh",
        Optional.empty());
    draft.line(id, variant.seers().strip(), Optional.empty());
    int position = 0;
    for (SeenRule rule : variant.rules()) {
      position++;
      rule(id, position, rule, any.view().isGateway() ? "passed on" : "no rule");
    }
    if (variant.rules().isEmpty()) {
      draft.line(id, any.serving(), Optional.empty());
    }
  }

  private void rule(String host, int position, SeenRule rule, String nameless) {
    String title = rule.isDefault() ? nameless : rule.name().isEmpty() ? "rule" : rule.name();
    String id = ruleId(host, title, rule);
    draft.node(id, NodeKind.RULE, title, "");
    rule.object().ifPresent(key -> draft.line(id, key.toString(), rule.object()));
    String word = "if ";
    for (String condition : rule.conditions()) {
      draft.line(id, condition.isEmpty() ? "always" : word + condition, Optional.empty());
      word = "or ";
    }
    rule.faults().forEach(fault -> draft.line(id, "\u26A1 " + fault, rule.object()));
    rule.details().forEach(detail -> draft.line(id, detail, rule.object()));
    draft.edge(host, id, EdgeKind.TRIES, Integer.toString(position), Optional.empty());
    for (SeenTarget target : rule.targets()) {
      draft.edge(id, to(target), EdgeKind.CALLS, share(target, ""), rule.object());
    }
    for (SeenTarget mirror : rule.mirrors()) {
      draft.edge(id, to(mirror), EdgeKind.MIRRORS, share(mirror, "copy of "), rule.object());
    }
    rule.answer()
        .ifPresent(
            answer -> {
              String answerId = "answer/" + answer.text();
              draft.node(answerId, NodeKind.ANSWER, answer.text(), "");
              draft.edge(id, answerId, EdgeKind.ANSWERS);
            });
  }

  /** The same for the same rule of another mesh, wherever it stands. */
  private String ruleId(String host, String title, SeenRule rule) {
    String first =
        "rule/" + host + "/" + title + (rule.name().isEmpty() ? " " + rule.condition() : "");
    String id = first;
    for (int again = 2; draft.has(id); again++) {
      id = first + " " + again;
    }
    return id;
  }

  private String to(SeenTarget target) {
    if (target.known() && !target.subset().isEmpty()) {
      String service = destinations.service(target.host());
      String subset = destinations.node(target);
      draft.edge(subset, service, EdgeKind.HAS);
      return subset;
    }
    return destinations.node(target);
  }

  private static String share(SeenTarget target, String before) {
    String share = RuleText.share(target.share());
    String port = target.port() == 0 || !target.known() ? "" : "port " + target.port();
    return before
        + (share.isEmpty() && !before.isEmpty() ? "all" : share)
        + ((share.isEmpty() && before.isEmpty()) || port.isEmpty() ? "" : " ")
        + port;
  }
}
