// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Origin;
import io.rutter.inspect.Stage;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.diff.AspectDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules and fields behind that in which the ends of a call differ. */
final class Causes {
  private static final ImmutableSet<Stage> OF_ACCESS =
      ImmutableSet.of(Stage.TRANSPORT_SOCKET, Stage.AUTHENTICATION, Stage.AUTHORIZATION);
  private static final ImmutableSet<Stage> OF_CONNECTION =
      ImmutableSet.of(
          Stage.LISTENER, Stage.FILTER_CHAIN, Stage.TRANSPORT_SOCKET, Stage.CONNECTION_MANAGER);
  private static final ImmutableSet<Stage> OF_ROUTE =
      ImmutableSet.of(Stage.VIRTUAL_HOST, Stage.ROUTE, Stage.ACTION);
  private static final ImmutableSet<Stage> OF_RULE = ImmutableSet.of(Stage.ROUTE, Stage.ACTION);
  private static final ImmutableSet<Stage> OF_CLUSTER = ImmutableSet.of(Stage.CLUSTER);

  /** The fields of rules that an aspect comes from, if they name it. */
  private static final ImmutableSetMultimap<Aspect, String> FIELDS =
      ImmutableSetMultimap.<Aspect, String>builder()
          .put(Aspect.HOST, "rewrite")
          .put(Aspect.PATH, "rewrite")
          .put(Aspect.TIMEOUT, "timeout")
          .put(Aspect.RETRIES, "retries")
          .putAll(Aspect.MIRROR, "mirror", "mirrors", "mirrorPercentage", "mirrorPercent")
          .put(Aspect.FAULT, "fault")
          .put(Aspect.CORS, "corsPolicy")
          .put(Aspect.REQUEST_HEADERS, "headers")
          .put(Aspect.RESPONSE_HEADERS, "headers")
          .build();

  private Causes() {}

  /** Of each object what is most to the point. */
  static ImmutableList<Origin> of(CallResult result, List<AspectDifference> changes) {
    Map<Object, Origin> causes = new LinkedHashMap<>();
    for (AspectDifference change : changes) {
      for (Origin origin : of(result, change)) {
        causes.putIfAbsent(ImmutableList.of(origin.object(), origin.path()), origin);
      }
    }
    return causes.values().stream()
        .filter(one -> causes.values().stream().noneMatch(other -> isWithin(other, one)))
        .collect(toImmutableList());
  }

  private static ImmutableList<Origin> of(CallResult result, AspectDifference change) {
    ImmutableSet<Stage> stages = stages(result, change);
    ImmutableList<Origin> shaped =
        result.origins().stream()
            .filter(origin -> stages.contains(origin.stage()))
            .filter(origin -> origin.met() || isRefused(result))
            .collect(toImmutableList());
    ImmutableSet<String> fields = FIELDS.get(change.aspect());
    ImmutableList<Origin> named =
        shaped.stream()
            .filter(origin -> fields.stream().anyMatch(field -> names(origin.path(), field)))
            .collect(toImmutableList());
    if (!named.isEmpty()) {
      return named;
    }
    // Which host it is says less than the rule, if there is one.
    ImmutableList<Origin> rules =
        shaped.stream()
            .filter(origin -> stages.contains(Stage.ROUTE) && OF_RULE.contains(origin.stage()))
            .collect(toImmutableList());
    return rules.isEmpty() ? shaped : rules;
  }

  /** What is not met is behind the end of a call too, if that is why nothing takes it. */
  private static boolean isRefused(CallResult result) {
    return result.denial().isPresent() || result.error().isPresent();
  }

  private static ImmutableSet<Stage> stages(CallResult result, AspectDifference change) {
    return switch (change.aspect()) {
      case ACCESS, TOKENS -> OF_ACCESS;
      case DESTINATION -> ofDestination(result);
      case HOST,
          PATH,
          REQUEST_HEADERS,
          RESPONSE_HEADERS,
          TIMEOUT,
          RETRIES,
          MIRROR,
          FAULT,
          CORS,
          HASHING,
          ROUTE,
          VIRTUAL_HOST ->
          OF_ROUTE;
      case CONNECTION, SERVER_TLS -> OF_CONNECTION;
      case TLS, BALANCING, LIMITS, OUTLIERS, CLUSTER -> OF_CLUSTER;
    };
  }

  /** Routes say where requests go; without them it is the chain, or what takes no connection. */
  private static ImmutableSet<Stage> ofDestination(CallResult result) {
    if (result.denial().isPresent()) {
      return OF_ACCESS;
    }
    boolean routed = result.origins().stream().anyMatch(one -> OF_ROUTE.contains(one.stage()));
    return routed && result.error().isEmpty()
        ? OF_ROUTE
        : Stream.of(OF_CONNECTION, OF_ROUTE)
            .flatMap(ImmutableSet::stream)
            .collect(toImmutableSet());
  }

  private static boolean names(String path, String field) {
    return path.endsWith("." + field) || path.contains("." + field + ".");
  }

  /** Whether one is a part of the other. */
  private static boolean isWithin(Origin part, Origin of) {
    return part.object().equals(of.object())
        && part.path().length() > of.path().length()
        && part.path().startsWith(of.path())
        && (of.path().isEmpty() || ".[".indexOf(part.path().charAt(of.path().length())) >= 0);
  }
}
