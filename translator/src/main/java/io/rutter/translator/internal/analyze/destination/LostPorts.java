// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ports with a listener but without a cluster: only one of several services with the same host has
 * clusters, and the other differs too much for its ports to be merged.
 */
final class LostPorts {
  /** Whether proxies listen on the port for the service as a whole. */
  private final Map<LostPort, Boolean> found = new TreeMap<>(LostPort.ORDER);

  /**
   * A port.
   *
   * @param winner the service that has the clusters of the host
   * @param loser the service that has the port
   * @param number the port
   */
  private record LostPort(Service winner, Service loser, int number) {
    static final Comparator<LostPort> ORDER =
        Comparator.comparing((LostPort lost) -> key(lost.loser))
            .thenComparing(LostPort::number)
            .thenComparing(lost -> lost.loser.hostname())
            .thenComparing(lost -> key(lost.winner));

    Difference difference() {
      return Difference.between(winner, loser);
    }

    /** What would have to change besides the port itself. */
    String remedy() {
      Difference difference = difference();
      return difference.isWhatItIs() ? "another host" : "the same " + difference.field + " in both";
    }
  }

  void add(Service winner, Service loser, int number, boolean hasListener) {
    found.merge(new LostPort(winner, loser, number), hasListener, Boolean::logicalOr);
  }

  void report(ProblemSink problems) {
    found.forEach(
        (lost, hasListener) -> {
          if (hasListener) {
            atLoser(lost, problems);
          }
          atWinner(lost, problems);
        });
  }

  private static void atLoser(LostPort lost, ProblemSink problems) {
    Service loser = lost.loser();
    FindingPlace.spec(loser.sourceKind(), loser.metadata(), problems)
        .at("ports")
        .at(position(loser, lost.number()))
        .warn(
            ProblemCode.CONFLICT,
            "port: "
                + lost.number()
                + " of "
                + loser.hostname()
                + " has no cluster, as "
                + key(lost.winner())
                + " goes before it (expected: the port there, or "
                + lost.remedy()
                + ")");
  }

  static int position(Service service, int number) {
    int position = 0;
    while (service.ports().get(position).number() != number) {
      position++;
    }
    return position;
  }

  private static void atWinner(LostPort lost, ProblemSink problems) {
    Service winner = lost.winner();
    new FindingPlace(key(winner), lost.difference().path(winner), problems)
        .warn(
            ProblemCode.CONFLICT,
            winner.hostname()
                + " goes before "
                + key(lost.loser())
                + ", so that port "
                + lost.number()
                + " has no cluster (expected: the port here, or "
                + lost.remedy()
                + ")");
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }

  /** Why the ports of two services of a host are not merged. */
  private enum Difference {
    REGISTRY(""),
    NAMESPACE(""),
    RESOLUTION("resolution"),
    SELECTOR("workloadSelector"),
    EXPORT_TO("exportTo"),
    LABELS("labels");

    private final String field;

    Difference(String field) {
      this.field = field;
    }

    static Difference between(Service one, Service other) {
      if (one.registry() != other.registry()) {
        return REGISTRY;
      }
      if (!one.namespace().equals(other.namespace())) {
        return NAMESPACE;
      }
      if (one.resolution() != other.resolution()) {
        return RESOLUTION;
      }
      if (!one.selector().equals(other.selector())) {
        return SELECTOR;
      }
      return one.exportTo().equals(other.exportTo()) ? LABELS : EXPORT_TO;
    }

    /** Whether no change of a field could make the two services alike. */
    boolean isWhatItIs() {
      return this == REGISTRY || this == NAMESPACE;
    }

    String path(Service winner) {
      return switch (this) {
        case REGISTRY, NAMESPACE -> "spec.ports";
        case LABELS -> "metadata.labels";
        case SELECTOR ->
            winner.sourceKind().equals("Service") ? "spec.selector" : "spec.workloadSelector";
        case RESOLUTION, EXPORT_TO ->
            winner.sourceKind().equals("Service") ? "spec" : "spec." + field;
      };
    }
  }
}
