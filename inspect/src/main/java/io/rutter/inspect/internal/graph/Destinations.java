// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import com.google.common.base.Joiner;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.inspect.internal.graph.read.MeshReading;
import io.rutter.inspect.internal.graph.read.SeenTarget;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import java.util.Optional;

/** Draws where rules lead: services, subsets, and what is not there. */
final class Destinations {
  private final GraphDraft draft;
  private final MeshReading reading;
  private final ServiceTls tls;

  Destinations(GraphDraft draft, MeshReading reading, ServiceTls tls) {
    this.draft = draft;
    this.reading = reading;
    this.tls = tls;
  }

  /** The node of a destination, which is drawn if it is not there yet. */
  String node(SeenTarget target) {
    String id = Names.target(target);
    if (target.known() && !target.host().isEmpty()) {
      return target.subset().isEmpty()
          ? service(target.host())
          : subset(target.host(), target.subset());
    }
    draft.node(
        id, NodeKind.MISSING, target.host().isEmpty() ? target.cluster() : missing(target), "");
    return id;
  }

  private static String missing(SeenTarget target) {
    return target.host()
        + (target.subset().isEmpty() ? "" : " " + target.subset())
        + ":"
        + target.port();
  }

  /** The node of a service. */
  String service(String host) {
    String id = Names.service(host);
    Optional<Service> known = reading.known().service(host);
    if (draft.has(id)) {
      return id;
    }
    draft.node(
        id,
        known.filter(Service::meshExternal).isPresent() ? NodeKind.EXTERNAL : NodeKind.SERVICE,
        Names.shown(host, reading.known()),
        Names.namespace(host, reading.known()));
    known.ifPresent(
        service -> {
          draft.line(
              id,
              (service.ports().size() == 1 ? "port " : "ports ")
                  + Joiner.on(", ")
                      .join(service.ports().stream().map(ServicePort::number).toList()),
              Optional.empty());
          tls.lines(service).forEach(line -> draft.line(id, line, Optional.empty()));
        });
    return id;
  }

  /** The node of a subset. */
  String subset(String host, String subset) {
    String id = Names.subset(host, subset);
    draft.node(
        id,
        NodeKind.SUBSET,
        Names.shown(host, reading.known()) + " " + subset,
        Names.namespace(host, reading.known()));
    return id;
  }

  /** A service and those of its subsets that no rule of its own leads to. */
  void unusedSubsets(String host) {
    String service = Names.service(host);
    for (String subset : reading.services().subsets(host)) {
      String id = subset(host, subset);
      if (!draft.connects(service, id)) {
        draft.edge(service, id, EdgeKind.HAS);
      }
    }
  }
}
