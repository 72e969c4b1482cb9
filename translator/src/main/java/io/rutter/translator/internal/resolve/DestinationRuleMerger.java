// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import java.util.List;
import java.util.Optional;

/**
 * Merges {@link DestinationRule}s of one namespace that are for the same host. Istio document:
 * Traffic Management Best Practices, Split large virtual services and destination rules into
 * multiple resources.
 *
 * <p>The deciding rule keeps all that it has; from the other come subsets of new names, and the
 * traffic policy if the deciding one has none. As in istiod only rules for the same namespaces are
 * merged, or a rule into one that is for fewer of them, and the rule that was merged is then gone
 * for the namespaces that only it names.
 */
final class DestinationRuleMerger {
  private DestinationRuleMerger() {}

  /**
   * Merges a rule into those that decide over it, or adds it at the end.
   *
   * @param rules the rules of the host so far; changed in place
   */
  static void add(List<ExportedRule> rules, ExportedRule incoming, ProblemSink problems) {
    boolean separate = true;
    for (int i = 0; i < rules.size(); i++) {
      ExportedRule existing = rules.get(i);
      boolean sameNamespaces = incoming.exportTo().equals(existing.exportTo());
      boolean moreNamespaces =
          !existing.exportTo().isEmpty() && incoming.exportTo().containsAll(existing.exportTo());
      if ((!sameNamespaces && !moreNamespaces) || selectorsDiffer(existing, incoming)) {
        separate = true;
        continue;
      }
      separate = !sameNamespaces && !sameWorkloads(existing, incoming);
      rules.set(
          i,
          new ExportedRule(
              merge(existing.merged(), incoming.merged(), problems), existing.exportTo()));
    }
    if (separate) {
      rules.add(incoming);
    }
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

  private static MergedDestinationRule merge(
      MergedDestinationRule existing, MergedDestinationRule incoming, ProblemSink problems) {
    ImmutableSet<String> known =
        existing.rule().subsets().stream().map(Subset::name).collect(toImmutableSet());
    ImmutableList.Builder<Subset> subsets = ImmutableList.builder();
    subsets.addAll(existing.rule().subsets());
    for (int i = 0; i < incoming.rule().subsets().size(); i++) {
      Subset subset = incoming.rule().subsets().get(i);
      if (known.contains(subset.name())) {
        problems.report(duplicate(existing, incoming, subset.name(), i));
      } else {
        subsets.add(subset);
      }
    }
    DestinationRule.Builder merged = existing.rule().toBuilder().subsets(subsets.build());
    existing
        .rule()
        .trafficPolicy()
        .or(() -> incoming.rule().trafficPolicy())
        .ifPresent(merged::trafficPolicy);
    return new MergedDestinationRule(
        merged.build(),
        ImmutableList.<ConfigKey>builder().addAll(existing.from()).addAll(incoming.from()).build());
  }

  private static Problem duplicate(
      MergedDestinationRule existing, MergedDestinationRule incoming, String subset, int index) {
    return Problem.warning(ProblemCode.CONFLICT)
        .object(incoming.from().get(0))
        .path("spec.subsets[" + index + "].name")
        .message(
            subset
                + " (expected: a name that "
                + existing.from().get(0)
                + ", which goes before it for this host, does not have)")
        .build();
  }
}
