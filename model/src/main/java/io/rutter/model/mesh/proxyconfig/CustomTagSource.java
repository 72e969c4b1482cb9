// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import static java.util.Objects.requireNonNull;

/** Source of the value of a tag (Istio reference: Tracing.CustomTag). */
public sealed interface CustomTagSource {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link CustomTagSource}. */
  enum Kind {
    /** {@link Literal}. */
    LITERAL,
    /** {@link Environment}. */
    ENVIRONMENT,
    /** {@link Header}. */
    HEADER
  }

  /**
   * A fixed value.
   *
   * @param value what {@code literal} holds
   */
  record Literal(LiteralTag value) implements CustomTagSource {
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
   * A variable of the proxy's environment.
   *
   * @param value what {@code environment} holds
   */
  record Environment(EnvironmentTag value) implements CustomTagSource {
    /** Checks that the value is not null. */
    public Environment {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.ENVIRONMENT;
    }
  }

  /**
   * A request header.
   *
   * @param value what {@code header} holds
   */
  record Header(RequestHeaderTag value) implements CustomTagSource {
    /** Checks that the value is not null. */
    public Header {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.HEADER;
    }
  }
}
