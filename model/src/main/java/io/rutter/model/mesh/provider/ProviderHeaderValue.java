// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import static java.util.Objects.requireNonNull;

/** Source of a header value (Istio reference: HttpHeader). */
public sealed interface ProviderHeaderValue {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link ProviderHeaderValue}. */
  enum Kind {
    /** {@link Literal}. */
    LITERAL,
    /** {@link Environment}. */
    ENVIRONMENT
  }

  /**
   * The value itself.
   *
   * @param value what {@code value} holds
   */
  record Literal(String value) implements ProviderHeaderValue {
    /** Checks that the value is not null. */
    public Literal {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.LITERAL;
    }
  }

  /**
   * Name of an environment variable of the control plane, which a library does not read.
   *
   * @param value what {@code envName} holds
   */
  record Environment(String value) implements ProviderHeaderValue {
    /** Checks that the value is not null. */
    public Environment {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.ENVIRONMENT;
    }
  }
}
