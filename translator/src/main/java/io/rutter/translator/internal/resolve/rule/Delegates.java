// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.List;
import java.util.Optional;

/**
 * The VirtualServices without hosts, which others refer to. Istio document: Virtual Service, {@code
 * Delegate}: a delegate must be exported to the namespace of the VirtualService that refers to it,
 * and cannot itself delegate. A dangling reference drops only the rule that has it.
 */
final class Delegates {
  private static final String KIND = "VirtualService";

  private final ImmutableMap<ConfigKey, VirtualService> delegates;
  private final MeshSettings settings;

  private Delegates(ImmutableMap<ConfigKey, VirtualService> delegates, MeshSettings settings) {
    this.delegates = delegates;
    this.settings = settings;
  }

  /** Picks the delegates among VirtualServices whose names are full. */
  static Delegates of(List<VirtualService> virtualServices, MeshSettings settings) {
    return new Delegates(
        virtualServices.stream()
            .filter(virtualService -> virtualService.hosts().isEmpty())
            .collect(
                toImmutableMap(
                    virtualService -> ConfigKey.of(KIND, virtualService.metadata()),
                    virtualService -> virtualService,
                    (first, second) -> first)),
        settings);
  }

  /**
   * A VirtualService with the rules of delegates in place of those that refer to them.
   *
   * @param rules the VirtualService
   * @param places where its HTTP rules are written; absent if all are its own, in their order
   */
  record Expanded(VirtualService rules, Optional<ImmutableList<RulePlace>> places) {}

  private record Placed(RulePlace place, HttpRoute rule) {}

  /** Puts the rules of delegates in place of those that refer to them. */
  Expanded expand(VirtualService root, ProblemSink problems) {
    if (!delegates(root)) {
      return new Expanded(root, Optional.empty());
    }
    ImmutableList.Builder<HttpRoute> expanded = ImmutableList.builder();
    ImmutableList.Builder<RulePlace> places = ImmutableList.builder();
    for (int i = 0; i < root.http().size(); i++) {
      HttpRoute route = root.http().get(i);
      if (route.delegate().isEmpty()) {
        expanded.add(route);
        places.add(RulePlace.of(root, i));
        continue;
      }
      String path = "spec.http[" + i + "]";
      ProblemSink sink =
          problem ->
              problems.report(
                  problem.toBuilder()
                      .object(ConfigKey.of(KIND, root.metadata()))
                      .path(path + problem.path())
                      .build());
      for (Placed merged : delegated(root, i, route.delegate().get(), sink)) {
        expanded.add(merged.rule());
        places.add(merged.place());
      }
    }
    return new Expanded(
        root.toBuilder().http(expanded.build()).build(), Optional.of(places.build()));
  }

  private static boolean delegates(VirtualService root) {
    for (HttpRoute route : root.http()) {
      if (route.delegate().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private ImmutableList<Placed> delegated(
      VirtualService root, int position, Delegate reference, ProblemSink problems) {
    String rootNamespace = root.metadata().namespace();
    ConfigKey key =
        new ConfigKey(
            KIND, reference.namespace().orElse(rootNamespace), reference.name().orElse(""));
    Optional<VirtualService> delegate = Optional.ofNullable(delegates.get(key));
    if (delegate.isEmpty()) {
      problems.report(unresolved(key + " (expected: a VirtualService without hosts)"));
      return ImmutableList.of();
    }
    ExportTo exportTo =
        ExportTo.of(
            delegate.get().exportTo(), settings.defaultVirtualServiceExportTo(), key.namespace());
    if (!exportTo.includes(rootNamespace)) {
      problems.report(unresolved(key + " (expected: exported to namespace " + rootNamespace + ")"));
      return ImmutableList.of();
    }
    ImmutableList.Builder<Placed> merged = ImmutableList.builder();
    for (int i = 0; i < delegate.get().http().size(); i++) {
      RulePlace place = RulePlace.delegated(root, position, delegate.get(), i);
      Optional<HttpRoute> rule =
          DelegateMerger.merge(root.http().get(position), delegate.get().http().get(i));
      rule.ifPresent(route -> merged.add(new Placed(place, route)));
      if (rule.isEmpty()) {
        problems.report(
            Problem.warning(ProblemCode.CONFLICT)
                .path(".match")
                .message("match: excludes spec.http[" + i + "].match of " + key)
                .build());
      }
    }
    return merged.build();
  }

  private static Problem unresolved(String message) {
    return Problem.warning(ProblemCode.UNRESOLVED_REFERENCE)
        .path(".delegate")
        .message("delegate: " + message)
        .build();
  }
}
