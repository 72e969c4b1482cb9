// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

/**
 * What a condition of a policy looks at.
 *
 * @param kind what it is
 * @param name which of them, for headers and the like; empty for others
 */
record Attribute(Kind kind, String name) {
  /** Kinds of attributes. */
  enum Kind {
    HOST(true, true),
    METHOD(true, true),
    PATH(true, true),
    PORT(true, false),
    /** The identity of the client's certificate. */
    IDENTITY(true, false),
    /** Issuer and subject of the token. */
    TOKEN(true, true),
    SOURCE_ADDRESS(true, false),
    REMOTE_ADDRESS(true, false),
    DESTINATION_ADDRESS(true, false),
    SERVER_NAME(true, false),
    /** There may be several of one name, of which one with the value is enough. */
    HEADER(false, true),
    /** A claim may be a list, of which one with the value is enough. */
    CLAIM(false, true),
    METADATA(false, false);

    private final boolean single;
    private final boolean ofHttp;

    Kind(boolean single, boolean ofHttp) {
      this.single = single;
      this.ofHttp = ofHttp;
    }
  }

  static Attribute of(Kind kind) {
    return new Attribute(kind, "");
  }

  /** Whether there is one value of it at most. */
  boolean isSingle() {
    return kind.single;
  }

  /** Whether it is part of a request, of which a connection has none. */
  boolean isOfHttp() {
    return kind.ofHttp;
  }

  /** Whether it is known from a token that was found good. */
  boolean isOfToken() {
    return kind == Kind.TOKEN || kind == Kind.CLAIM;
  }

  boolean isIdentity() {
    return kind == Kind.IDENTITY;
  }
}
