// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableSet;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import java.util.Set;

/**
 * How a mesh differs from an earlier one, worked out once for all proxies.
 *
 * @param parts the parts that are not the same; all of them if the options differ
 * @param endpoints the hosts that have other endpoints or accounts
 * @param ruleHosts the hosts, which may be wildcards, for which DestinationRules came, went or
 *     changed; only hosts that one of them covers may have another rule
 */
public record MeshDifference(
    ImmutableSet<MeshPart> parts,
    ImmutableSet<NamespacedHost> endpoints,
    ImmutableSet<String> ruleHosts) {

  /**
   * Whether all parts are the same apart from these. A part that no caller names counts as one on
   * which everything depends, so forgetting one costs time and is never wrong.
   */
  public boolean isOnlyIn(Set<MeshPart> mayDiffer) {
    return mayDiffer.containsAll(parts);
  }

  /** Whether a part differs. */
  public boolean isIn(MeshPart part) {
    return parts.contains(part);
  }
}
