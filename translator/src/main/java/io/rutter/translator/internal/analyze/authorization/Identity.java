// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * Identities of callers, {@code DOMAIN/ns/NAMESPACE/sa/ACCOUNT} in the mesh's certificates. Istio
 * document: Authorization Policy, {@code Source}.
 *
 * @param domain trust domains
 * @param namespace namespaces
 * @param account service accounts
 * @param ofAnyForm whether identities of other forms are meant too, which other authorities give
 */
record Identity(TextPattern domain, TextPattern namespace, TextPattern account, boolean ofAnyForm)
    implements ValueSet {
  /** Whoever has a certificate. */
  private static final Identity ANYONE =
      new Identity(TextPattern.ANY, TextPattern.ANY, TextPattern.ANY, true);

  private static final Splitter SLASHES = Splitter.on('/');

  /** {@code DOMAIN/ns/NAMESPACE/sa/ACCOUNT}. */
  private static final int WHOLE = 5;

  private Identity(TextPattern domain, TextPattern namespace, TextPattern account) {
    this(domain, namespace, account, false);
  }

  /** Those of a namespace; each {@code *} counts. */
  static ValueSet ofNamespace(String value) {
    return new Identity(TextPattern.ANY, TextPattern.glob(value), TextPattern.ANY);
  }

  /**
   * That of a service account.
   *
   * @param namespace what a value without a namespace means
   */
  static ValueSet ofAccount(String value, String namespace) {
    int slash = value.indexOf('/');
    return new Identity(
        TextPattern.ANY,
        TextPattern.exact(slash < 0 ? namespace : value.substring(0, slash)),
        TextPattern.exact(value.substring(slash + 1)));
  }

  /** Those of a trust domain. */
  static ValueSet ofTrustDomain(String value) {
    return value.contains("/")
        ? new Opaque("domain " + value)
        : new Identity(TextPattern.glob(value), TextPattern.ANY, TextPattern.ANY);
  }

  /** Those of a principal; one of another form only equals itself. */
  static ValueSet ofPrincipal(String value) {
    if (value.equals("*")) {
      return ANYONE;
    }
    List<String> parts = SLASHES.splitToList(value);
    if (value.startsWith("*")) {
      return isWhole(parts)
          ? new Identity(
              TextPattern.of(parts.get(0)),
              TextPattern.exact(parts.get(2)),
              TextPattern.exact(parts.get(4)))
          : TextPattern.of(value);
    }
    if (isWhole(parts)) {
      return new Identity(
          TextPattern.exact(parts.get(0)),
          TextPattern.exact(parts.get(2)),
          TextPattern.ofStart(parts.get(4)));
    }
    return value.endsWith("*") ? ofStart(parts, value) : TextPattern.of(value);
  }

  private static boolean isWhole(List<String> parts) {
    return parts.size() == WHOLE && parts.get(1).equals("ns") && parts.get(3).equals("sa");
  }

  /** The first parts of an identity, the last of which ends with a {@code *}. */
  private static ValueSet ofStart(List<String> parts, String value) {
    TextPattern last = TextPattern.ofStart(parts.get(parts.size() - 1));
    if (parts.size() == 1) {
      return new Identity(last, TextPattern.ANY, TextPattern.ANY);
    }
    TextPattern domain = TextPattern.exact(parts.get(0));
    boolean any = last.equals(TextPattern.ANY);
    if (parts.size() == 2 && any) {
      return new Identity(domain, TextPattern.ANY, TextPattern.ANY);
    }
    if (parts.size() == 3 && parts.get(1).equals("ns")) {
      return new Identity(domain, last, TextPattern.ANY);
    }
    return parts.size() == 4 && parts.get(1).equals("ns") && any
        ? new Identity(domain, TextPattern.exact(parts.get(2)), TextPattern.ANY)
        : TextPattern.of(value);
  }

  @Override
  public boolean covers(ValueSet other) {
    if (other instanceof Identity identity) {
      return (ofAnyForm || !identity.ofAnyForm)
          && domain.covers(identity.domain)
          && namespace.covers(identity.namespace)
          && account.covers(identity.account);
    }
    return ofAnyForm;
  }

  @Override
  public boolean isDisjointFrom(ValueSet other) {
    return other instanceof Identity identity
        && (domain.isDisjointFrom(identity.domain)
            || namespace.isDisjointFrom(identity.namespace)
            || account.isDisjointFrom(identity.account));
  }
}
