// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

/**
 * Something of a call that conditions look at.
 *
 * @param kind what it is
 * @param name the name of the header, parameter or claim; empty for kinds of which a call has one
 */
public record Dimension(Kind kind, String name) {
  /** The kinds of things that conditions look at. */
  public enum Kind {
    /** The path, without its query. */
    PATH("path"),
    /** The method. */
    METHOD("method"),
    /** A header; pseudo-headers other than the two above too. */
    HEADER("header"),
    /** A parameter of the query. */
    QUERY("query parameter"),
    /** The issuer of the request's token; absent: it has none. */
    TOKEN("token of issuer"),
    /** A claim of that token, which is a text. */
    CLAIM("claim"),
    /** A claim of that token, which is a list with one text. */
    CLAIM_LIST("claim"),
    /** Whom the client's certificate names; absent: somebody of whom no policy knows. */
    PEER("client"),
    /** The address that the client connects from. */
    SOURCE("source address"),
    /** The address in {@code x-forwarded-for}; the name is how many follow it there. */
    REMOTE("forwarded address");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  /** The path. */
  public static final Dimension PATH = new Dimension(Kind.PATH, "");

  /** The method. */
  public static final Dimension METHOD = new Dimension(Kind.METHOD, "");

  /** The host or authority, as a header. */
  public static final Dimension AUTHORITY = new Dimension(Kind.HEADER, ":authority");

  /** The token. */
  public static final Dimension TOKEN = new Dimension(Kind.TOKEN, "");

  /** Whom the certificate names. */
  public static final Dimension PEER = new Dimension(Kind.PEER, "");

  /** The client's address. */
  public static final Dimension SOURCE = new Dimension(Kind.SOURCE, "");

  /** Whether a call may be without it. */
  public boolean isOptional() {
    return switch (kind) {
      case PATH, METHOD, SOURCE -> false;
      case HEADER -> !name.startsWith(":");
      case QUERY, TOKEN, CLAIM, CLAIM_LIST, PEER, REMOTE -> true;
    };
  }

  /** Whether it is a claim, which only a call with a token has. */
  boolean isClaim() {
    return kind == Kind.CLAIM || kind == Kind.CLAIM_LIST;
  }

  /** That a call has it, or has it not, for people. */
  String print(boolean present) {
    if (kind == Kind.PEER) {
      return present ? "a client that policies name" : "a client that no policy names";
    }
    return (present ? "any " : "no ") + (kind == Kind.TOKEN ? "token" : print());
  }

  /** What stands before a text that it is, for people. */
  String label() {
    return print() + (name.isEmpty() || kind == Kind.REMOTE ? "" : ":");
  }

  /** Its name, for people. */
  public String print() {
    if (equals(AUTHORITY)) {
      return "host";
    }
    return name.isEmpty() || kind == Kind.REMOTE ? kind.label : kind.label + " " + name;
  }
}
