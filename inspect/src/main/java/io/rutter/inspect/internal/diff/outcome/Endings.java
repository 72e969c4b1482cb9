// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.DirectAnswer;
import io.rutter.inspect.internal.simulator.config.Percentages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Whether a call is allowed, and where it ends. */
final class Endings {
  private static final String UNKNOWN = ", which the proxy does not know: 503";

  private Endings() {}

  static AspectValue access(CallResult result) {
    if (result.denial().isPresent()) {
      String status =
          result.errorStatus().isPresent()
              ? " with " + result.errorStatus().getAsInt()
              : ", the connection is closed";
      String by =
          result.denial().get().rules().stream().map(String::valueOf).collect(joining(", "));
      return new AspectValue(
          "denied" + status, "denied" + status + (by.isEmpty() ? "" : " (" + by + ")"));
    }
    String asked =
        result.externalChecks().stream()
            .map(check -> ClusterWords.of(check.cluster()))
            .distinct()
            .collect(joining(" and "));
    String told = asked.isEmpty() ? "allowed" : "allowed if " + asked + " allows it";
    return new AspectValue(told, told);
  }

  static AspectValue destination(CallResult result, ProxySide side) {
    String told = told(result, side);
    if (result.share() < 1 && result.otherwise().isPresent()) {
      AspectValue rest = destination(result.otherwise().get(), side);
      String share = Percentages.print(result.share()) + " of these: ";
      return new AspectValue(
          ImmutableList.of(result.share(), actual(result, side), rest.actual()),
          share + told + "; the others: " + rest.told());
    }
    return new AspectValue(actual(result, side), told);
  }

  private static Object actual(CallResult result, ProxySide side) {
    if (!result.clusters().isEmpty()) {
      Map<String, Double> known = new TreeMap<>(shares(result, side));
      double lost =
          known.entrySet().stream()
              .filter(share -> share.getKey().endsWith(UNKNOWN))
              .mapToDouble(Map.Entry::getValue)
              .sum();
      known.keySet().removeIf(name -> name.endsWith(UNKNOWN));
      // Which cluster it is that the proxy does not know makes no difference to a client.
      return known.isEmpty()
          ? OptionalInt.of(503)
          : ImmutableList.of(ImmutableSortedMap.copyOf(known), lost);
    }
    // Why there is no answer, or which 404 it is, makes no difference to a client.
    return result.error().isPresent() ? result.errorStatus() : told(result, side);
  }

  /** The shares of clusters; those of one name are added. */
  private static Map<String, Double> shares(CallResult result, ProxySide side) {
    Map<String, Double> shares = new TreeMap<>();
    for (ClusterShare share : result.clusters()) {
      shares.merge(
          ClusterWords.of(share.cluster()) + state(share.cluster(), side),
          share.share(),
          Double::sum);
    }
    return shares;
  }

  private static String state(String name, ProxySide side) {
    Optional<Cluster> cluster = side.index().cluster(name);
    if (cluster.isEmpty()) {
      return UNKNOWN;
    }
    return side.hasEndpoints(cluster.get()) ? "" : ", which has no endpoints: 503";
  }

  private static String told(CallResult result, ProxySide side) {
    if (!result.clusters().isEmpty()) {
      Map<String, Double> shares = shares(result, side);
      if (shares.size() == 1) {
        return shares.keySet().iterator().next();
      }
      List<Map.Entry<String, Double>> sorted =
          shares.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Double>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .toList();
      return sorted.stream()
          .map(entry -> Percentages.print(entry.getValue()) + " " + entry.getKey())
          .collect(joining(" and "));
    }
    if (result.error().isPresent()) {
      return error(result, result.error().get());
    }
    return result
        .redirect()
        .map(redirect -> "redirect " + redirect.status() + " to " + redirect.location())
        .or(() -> result.directResponse().map(Endings::direct))
        .orElse("no destination");
  }

  private static String error(CallResult result, CallError error) {
    return result.errorStatus().isPresent()
        ? result.errorStatus().getAsInt() + " (" + error.message() + ")"
        : "the connection is closed (" + error.message() + ")";
  }

  private static String direct(DirectAnswer answer) {
    return "answer "
        + answer.status()
        + (answer.body().isEmpty() ? "" : " \"" + answer.body() + "\"");
  }
}
