// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import static java.util.Objects.requireNonNull;

/** The part of a request that is hashed. */
public sealed interface HashKey {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link HashKey}. */
  enum Kind {
    /** {@link Header}. */
    HEADER,
    /** {@link Cookie}. */
    COOKIE,
    /** {@link SourceIp}. */
    SOURCE_IP,
    /** {@link QueryParameter}. */
    QUERY_PARAMETER
  }

  /**
   * The request header of this name.
   *
   * @param value what {@code httpHeaderName} holds
   */
  record Header(String value) implements HashKey {
    /** Checks that the value is not null. */
    public Header {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.HEADER;
    }
  }

  /**
   * A cookie.
   *
   * @param value what {@code httpCookie} holds
   */
  record Cookie(HashCookie value) implements HashKey {
    /** Checks that the value is not null. */
    public Cookie {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.COOKIE;
    }
  }

  /**
   * The client's IP address, if true; the only key that also works for TCP.
   *
   * @param value what {@code useSourceIp} holds
   */
  record SourceIp(boolean value) implements HashKey {
    @Override
    public Kind kind() {
      return Kind.SOURCE_IP;
    }
  }

  /**
   * The query parameter of this name.
   *
   * @param value what {@code httpQueryParameterName} holds
   */
  record QueryParameter(String value) implements HashKey {
    /** Checks that the value is not null. */
    public QueryParameter {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.QUERY_PARAMETER;
    }
  }
}
