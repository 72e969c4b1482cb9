// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import java.util.Optional;

/**
 * What happens to the requests or connections of a host that meet a condition: routes of Envoy that
 * follow each other and differ in their matches only.
 *
 * @param name the name that the rule has in the configuration; may be empty
 * @param object the VirtualService; absent for what a proxy does without one
 * @param conditions the matches, of which one must be met; an empty one is met by everything
 * @param targets where it goes, with shares
 * @param mirrors where it is copied to
 * @param answer what the proxy answers itself
 * @param faults what goes wrong on purpose
 * @param details timeout, retries, rewrites and the like
 */
public record SeenRule(
    String name,
    Optional<ConfigKey> object,
    ImmutableList<String> conditions,
    ImmutableList<SeenTarget> targets,
    ImmutableList<SeenTarget> mirrors,
    Optional<SeenAnswer> answer,
    ImmutableList<String> faults,
    ImmutableList<String> details) {

  /** Whether no configuration has a say: everything goes to the host itself. */
  public boolean isDefault() {
    return object.isEmpty();
  }

  /** The conditions as one text; empty if everything meets them. */
  public String condition() {
    return conditions.contains("") ? "" : String.join(" or ", conditions);
  }

  /** Whether another rule does the same for other requests. */
  boolean actsLike(SeenRule other) {
    return withConditions(ImmutableList.of()).equals(other.withConditions(ImmutableList.of()));
  }

  /** The same rule for other requests. */
  SeenRule withConditions(ImmutableList<String> others) {
    return new SeenRule(name, object, others, targets, mirrors, answer, faults, details);
  }
}
