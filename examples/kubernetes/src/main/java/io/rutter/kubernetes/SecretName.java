// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.CharMatcher;
import java.util.Optional;

/**
 * The name of a gateway's secret as Envoy asks for it: {@code kubernetes://NAME}, {@code
 * kubernetes://NAMESPACE/NAME} or {@code kubernetes-gateway://NAMESPACE/NAME}; with {@code -cacert}
 * at the end only the authorities are meant. Source: {@code ParseResourceName} of istiod.
 *
 * @param namespace the namespace; that of the proxy where none is written
 * @param name the name of the Secret, as it is written
 */
record SecretName(String namespace, String name) {
  private static final String OF_PROXY = "kubernetes://";
  private static final String OF_GATEWAY = "kubernetes-gateway://";
  private static final String AUTHORITIES = "-cacert";
  private static final int MOST_CHARACTERS = 253;
  private static final CharMatcher ALPHANUMERIC =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher OF_NAME = ALPHANUMERIC.or(CharMatcher.anyOf("-."));

  /** The name that is written, for a proxy of this namespace; empty: it is none. */
  static Optional<SecretName> of(String written, String proxyNamespace) {
    boolean isGateway = written.startsWith(OF_GATEWAY);
    if (!isGateway && !written.startsWith(OF_PROXY)) {
      return Optional.empty();
    }
    String path = written.substring((isGateway ? OF_GATEWAY : OF_PROXY).length());
    int slash = path.indexOf('/');
    if (isGateway && slash < 0) {
      return Optional.empty();
    }
    SecretName name =
        new SecretName(
            slash < 0 ? proxyNamespace : path.substring(0, slash), path.substring(slash + 1));
    return isName(name.namespace) && isName(name.name) ? Optional.of(name) : Optional.empty();
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_CHARACTERS
        && ALPHANUMERIC.matches(text.charAt(0))
        && OF_NAME.matchesAllOf(text);
  }

  /** Whether only the authorities are meant, which are no secret. */
  boolean isAuthorities() {
    return name.endsWith(AUTHORITIES);
  }

  /** The name of the Secret that has the authorities beside a certificate. */
  String withoutSuffix() {
    return isAuthorities() ? name.substring(0, name.length() - AUTHORITIES.length()) : name;
  }
}
