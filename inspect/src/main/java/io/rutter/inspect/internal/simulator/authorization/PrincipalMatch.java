// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import io.rutter.inspect.internal.simulator.match.StringMatch;

/** Envoy's {@code Principal}: a condition on who calls. */
public final class PrincipalMatch {
  /** Stands for a name that the call does not say: long and odd enough that no policy knows it. */
  public static final String SOMEBODY = "(somebody of whom nobody knows)";

  private PrincipalMatch() {}

  static Verdict of(Principal principal, AccessFacts facts) {
    return of(principal, facts, 0);
  }

  @SuppressWarnings("deprecation") // istiod still writes conditions on metadata the old way
  private static Verdict of(Principal principal, AccessFacts facts, int depth) {
    if (depth > Conditions.MOST_LEVELS) {
      return Conditions.tooDeep();
    }
    return switch (principal.getIdentifierCase()) {
      case AND_IDS ->
          Verdict.all(principal.getAndIds().getIdsList(), id -> of(id, facts, depth + 1));
      case OR_IDS -> Verdict.any(principal.getOrIds().getIdsList(), id -> of(id, facts, depth + 1));
      case NOT_ID -> of(principal.getNotId(), facts, depth + 1).negated();
      case ANY -> Verdict.ANYTHING;
      case AUTHENTICATED -> authenticated(principal.getAuthenticated(), facts.client());
      case SOURCE_IP ->
          Conditions.address("source_ip", principal.getSourceIp(), facts.call().sourceAddress());
      case DIRECT_REMOTE_IP ->
          Conditions.address(
              "direct_remote_ip", principal.getDirectRemoteIp(), facts.call().sourceAddress());
      case REMOTE_IP ->
          Conditions.address("remote_ip", principal.getRemoteIp(), facts.remoteAddress());
      case HEADER -> Conditions.header(principal.getHeader(), facts);
      case URL_PATH -> Conditions.path(principal.getUrlPath(), facts);
      case METADATA -> Conditions.metadata(principal.getMetadata(), facts);
      case SOURCED_METADATA -> Conditions.metadata(principal.getSourcedMetadata(), facts);
      case FILTER_STATE ->
          Conditions.unknown("filter_state " + principal.getFilterState().getKey());
      default -> Conditions.unknown("a principal of another kind");
    };
  }

  /**
   * Envoy compares the URIs and DNS names of the certificate, then its subject, which is empty for
   * a client that shows none.
   */
  private static Verdict authenticated(Principal.Authenticated wanted, ClientIdentity client) {
    if (!wanted.hasPrincipalName()) {
      return Verdict.of(client.encrypted(), "authenticated", client.print());
    }
    StringMatcher matcher = wanted.getPrincipalName();
    String name = client.name().orElse(client.certificate() ? SOMEBODY : "");
    return Verdict.of(
        client.encrypted() && StringMatch.matches(matcher, name),
        "principal " + StringMatch.print(matcher),
        client.print());
  }
}
