// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.SourceLocation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule of an AuthorizationPolicy, or of a RequestAuthentication.
 *
 * @param object the object
 * @param rule its position in the list of the object, from 0; absent: the object as a whole
 * @param location its position in the input, if the simulator was given positions
 */
public record AccessRule(ConfigKey object, OptionalInt rule, Optional<SourceLocation> location) {
  /** {@code AuthorizationPolicy/shop/web rule 0}. */
  @Override
  public String toString() {
    return object + (rule.isPresent() ? " rule " + rule.getAsInt() : "");
  }
}
