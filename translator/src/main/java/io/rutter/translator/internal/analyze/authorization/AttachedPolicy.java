// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.stream.Stream;

/**
 * A policy of either kind, as far as it says what it applies to.
 *
 * @param attachment what it applies to
 * @param spec where that is said
 */
record AttachedPolicy(PolicyAttachment attachment, FindingPlace spec) {
  static ImmutableList<AttachedPolicy> all(MeshSnapshot snapshot, ProblemSink problems) {
    return Stream.concat(
            snapshot.authorizationPolicies().stream()
                .map(
                    policy ->
                        new AttachedPolicy(
                            PolicyAttachment.of(policy),
                            AuthorizationRules.spec(policy, problems))),
            snapshot.requestAuthentications().stream()
                .map(
                    policy ->
                        new AttachedPolicy(
                            PolicyAttachment.of(policy),
                            FindingPlace.spec(
                                "RequestAuthentication", policy.metadata(), problems))))
        .collect(toImmutableList());
  }
}
