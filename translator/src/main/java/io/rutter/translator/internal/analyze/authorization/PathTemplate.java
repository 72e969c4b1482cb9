// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import java.util.Optional;

/**
 * A path with {@code {*}} or {@code {**}}. Istio document: Authorization Policy, {@code paths}.
 *
 * @param text the value as written
 */
record PathTemplate(String text) implements ValueSet {
  static boolean isOne(String value) {
    return value.contains("{*}") || value.contains("{**}");
  }

  @Override
  public Optional<String> start() {
    return Optional.of(prefix());
  }

  private String prefix() {
    return text.substring(0, text.indexOf('{'));
  }

  @Override
  public boolean covers(ValueSet other) {
    return equals(other);
  }

  @Override
  public boolean isDisjointFrom(ValueSet other) {
    return other instanceof PathTemplate template
        ? !prefix().startsWith(template.prefix()) && !template.prefix().startsWith(prefix())
        : other.isDisjointFrom(this);
  }
}
