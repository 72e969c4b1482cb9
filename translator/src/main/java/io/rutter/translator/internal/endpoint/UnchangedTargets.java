// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Tells which targets have the same inputs as in an earlier translation for the same proxy, so that
 * their clusters and load assignments are the same too.
 */
public final class UnchangedTargets {
  /** For a first translation. */
  public static final UnchangedTargets NONE = new UnchangedTargets(ImmutableMap.of());

  private final ImmutableMap<String, OutboundTarget> before;

  private UnchangedTargets(ImmutableMap<String, OutboundTarget> before) {
    this.before = before;
  }

  /** Those that a scope shares with an earlier one, whose targets these are. */
  public static UnchangedTargets since(
      ProxyScope earlier, ImmutableList<OutboundTarget> targets, ProxyScope now) {
    return earlier.hasSameSurroundings(now)
        ? new UnchangedTargets(
            targets.stream().collect(toImmutableMap(OutboundTarget::clusterName, target -> target)))
        : NONE;
  }

  /** Whether nothing is unchanged, or not known to be. */
  public boolean isEmpty() {
    return before.isEmpty();
  }

  /** Whether a target of the new scope is one of them. */
  public boolean contains(OutboundTarget target) {
    OutboundTarget old = before.get(target.clusterName());
    return old != null
        && old.service().equals(target.service())
        && old.port().equals(target.port())
        && old.rule().equals(target.rule())
        && old.subset().equals(target.subset())
        && old.purpose() == target.purpose()
        && old.policy().equals(target.policy())
        && old.discovery() == target.discovery()
        && old.scope()
            .mesh()
            .endpoints()
            .isSame(target.scope().mesh().endpoints(), target.service());
  }
}
