// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Merges {@link DestinationRule}s of one namespace that are for the same host. Istio document:
 * Traffic Management Best Practices, Split large virtual services and destination rules into
 * multiple resources.
 *
 * <p>The deciding rule keeps its own settings; the other adds subsets with new names, and its
 * traffic policy if the deciding rule has none. As in istiod, rules are only merged if they are
 * exported to the same namespaces, or into a rule exported to fewer; a merged rule is then lost for
 * namespaces that only it names.
 */
final class DestinationRuleMerger {
  private final List<Merging> rules = new ArrayList<>();

  /** A rule, with everything merged into it so far. */
  private static final class Merging {
    final ExportedRule first;
    final List<ConfigKey> from;
    final List<Subset> subsets;
    final Set<String> names = new HashSet<>();
    Optional<TrafficPolicy> trafficPolicy;

    Merging(ExportedRule first) {
      this.first = first;
      this.from = new ArrayList<>(first.merged().from());
      this.subsets = new ArrayList<>(first.merged().rule().subsets());
      this.trafficPolicy = first.merged().rule().trafficPolicy();
      subsets.forEach(subset -> names.add(subset.name()));
    }

    void add(MergedDestinationRule incoming, ProblemSink problems) {
      ImmutableList<Subset> more = incoming.rule().subsets();
      for (int i = 0; i < more.size(); i++) {
        if (names.contains(more.get(i).name())) {
          problems.report(duplicate(from.get(0), incoming, more.get(i).name(), i));
        } else {
          subsets.add(more.get(i));
        }
      }
      more.forEach(subset -> names.add(subset.name()));
      trafficPolicy = trafficPolicy.or(incoming.rule()::trafficPolicy);
      from.addAll(incoming.from());
    }

    ExportedRule merged() {
      if (from.size() == first.merged().from().size()) {
        return first;
      }
      DestinationRule.Builder rule = first.merged().rule().toBuilder().subsets(subsets);
      trafficPolicy.ifPresent(rule::trafficPolicy);
      return new ExportedRule(
          new MergedDestinationRule(rule.build(), ImmutableList.copyOf(from)), first.exportTo());
    }
  }

  /** Merges a rule for the host into the rules that take precedence, or appends it. */
  void add(ExportedRule incoming, ProblemSink problems) {
    boolean separate = true;
    for (Merging rule : rules) {
      ExportedRule existing = rule.first;
      boolean sameNamespaces = incoming.exportTo().equals(existing.exportTo());
      boolean moreNamespaces =
          !existing.exportTo().isEmpty() && incoming.exportTo().containsAll(existing.exportTo());
      if ((!sameNamespaces && !moreNamespaces) || selectorsDiffer(existing, incoming)) {
        separate = true;
        continue;
      }
      separate = !sameNamespaces && !sameWorkloads(existing, incoming);
      rule.add(incoming.merged(), problems);
    }
    if (separate) {
      rules.add(new Merging(incoming));
    }
  }

  /** The rules of the host, in order of precedence. */
  ImmutableList<ExportedRule> merged() {
    return rules.stream().map(Merging::merged).collect(toImmutableList());
  }

  private static boolean selectorsDiffer(ExportedRule existing, ExportedRule incoming) {
    return selector(existing).isPresent()
        && selector(incoming).isPresent()
        && !selector(existing).equals(selector(incoming));
  }

  private static boolean sameWorkloads(ExportedRule existing, ExportedRule incoming) {
    return selector(existing).equals(selector(incoming));
  }

  private static Optional<WorkloadSelector> selector(ExportedRule rule) {
    return rule.merged().rule().workloadSelector();
  }

  private static Problem duplicate(
      ConfigKey existing, MergedDestinationRule incoming, String subset, int index) {
    return Problem.warning(ProblemCode.CONFLICT)
        .object(incoming.from().get(0))
        .path("spec.subsets[" + index + "].name")
        .message(
            subset
                + " (expected: a name that "
                + existing
                + ", which goes before it for this host, does not have)")
        .build();
  }
}
