// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.inspect.internal.graph.HostRules.Followed;
import io.rutter.inspect.internal.graph.read.MeshReader;
import io.rutter.inspect.internal.graph.read.MeshReading;
import io.rutter.inspect.internal.graph.read.SeenAnswer;
import io.rutter.inspect.internal.graph.read.SeenHost;
import io.rutter.inspect.internal.graph.read.SeenRule;
import io.rutter.inspect.internal.graph.read.SeenTarget;
import io.rutter.inspect.internal.graph.read.Viewpoint;
import io.rutter.model.registry.Service;
import io.rutter.translator.CompiledMesh;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Draws a whole mesh. */
final class Overview {
  /** More services than that are counted and not drawn for a Sidecar. */
  private static final int MOST_SEEN = 12;

  private final CompiledMesh mesh;
  private final MeshReading reading;
  private final GraphDraft draft = new GraphDraft();
  private final Destinations destinations;

  private Overview(CompiledMesh mesh, MeshReading reading) {
    this.mesh = mesh;
    this.reading = reading;
    this.destinations = new Destinations(draft, reading, new ServiceTls(mesh, reading.services()));
  }

  /** The picture of a mesh. */
  static DrawnMesh of(CompiledMesh mesh) {
    MeshReading reading = MeshReader.read(mesh);
    Overview overview = new Overview(mesh, reading);
    overview.draw();
    return new DrawnMesh(overview.draft, reading.notes());
  }

  private void draw() {
    for (Service service : reading.known().services()) {
      String unused = destinations.service(service.hostname());
    }
    SetMultimap<String, SeenHost> byNode = LinkedHashMultimap.create();
    for (SeenHost host : reading.hosts()) {
      byNode.put(Names.host(host, reading.known()), host);
    }
    new GatewayNodes(draft, reading).draw();
    for (String id : byNode.keySet()) {
      host(id, byNode.get(id));
    }
    for (Service service : reading.known().services()) {
      destinations.unusedSubsets(service.hostname());
    }
    reading.views().stream().filter(this::hasSidecar).forEach(this::client);
  }

  private void host(String id, Set<SeenHost> seen) {
    SeenHost any = seen.iterator().next();
    HostRules rules = new HostRules(new ArrayList<>(seen));
    if (!id.startsWith("service/")) {
      if (any.view().isGateway() || !rules.each().isEmpty()) {
        draft.node(id, NodeKind.HOST, any.host().equals("*") ? "any host" : any.host(), "");
      }
    }
    rules.each().forEach(followed -> rule(id, followed));
  }

  private void rule(String host, Followed followed) {
    SeenRule rule = followed.rule();
    String text = RuleText.of(followed);
    for (SeenTarget target : rule.targets()) {
      String shown = text + RuleText.behind(RuleText.share(target.share())) + followed.seers();
      String to = destinations.node(target);
      if (to.equals(host)) {
        draft.line(host, "\u21BB " + shown, rule.object());
        draft.line(host, RuleText.faults(rule), rule.object());
      } else {
        draft.edge(host, to, EdgeKind.CALLS, shown, rule.object());
        draft.edge(host, to, EdgeKind.CALLS, RuleText.faults(rule), rule.object());
      }
    }
    for (SeenTarget mirror : rule.mirrors()) {
      String share = RuleText.share(mirror.share());
      String shown = "copy of " + (share.isEmpty() ? "" : share + " of ") + text + followed.seers();
      draft.edge(host, destinations.node(mirror), EdgeKind.MIRRORS, shown, rule.object());
    }
    rule.answer().ifPresent(answer -> answer(host, text + followed.seers(), rule, answer));
  }

  private void answer(String host, String text, SeenRule rule, SeenAnswer answer) {
    String shown = text + " \u2192 " + answer.text();
    if (answer.elsewhere().isEmpty()) {
      draft.line(host, shown, rule.object());
    } else {
      String id = "answer/" + answer.elsewhere();
      draft.node(id, NodeKind.ANSWER, answer.elsewhere(), "");
      draft.edge(host, id, EdgeKind.ANSWERS, shown, rule.object());
    }
  }

  private boolean hasSidecar(Viewpoint view) {
    return !view.isGateway()
        && mesh.snapshot().sidecars().stream()
            .filter(own -> own.metadata().namespace().equals(view.proxy().namespace()))
            .anyMatch(
                own ->
                    own.workloadSelector()
                        .map(selector -> selector.selects(view.proxy().selectableLabels()))
                        .orElse(true));
  }

  private void client(Viewpoint view) {
    String id = "client/" + view.name();
    Set<String> visible = reading.services().visible(view);
    int all = reading.known().services().size();
    if (visible.size() >= all) {
      return;
    }
    draft.node(id, NodeKind.CLIENT, view.name(), view.proxy().namespace());
    draft.line(
        id, "Sidecar: sees %d of %d services".formatted(visible.size(), all), Optional.empty());
    if (visible.size() <= MOST_SEEN) {
      visible.forEach(host -> draft.edge(id, destinations.service(host), EdgeKind.SEES));
    } else {
      draft.line(
          id,
          visible.stream()
              .limit(MOST_SEEN)
              .map(host -> Names.shown(host, reading.known()))
              .collect(joining(", ", "", " and %d more".formatted(visible.size() - MOST_SEEN))),
          Optional.empty());
    }
  }
}
