// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.go.GoUrl;
import io.rutter.model.internal.jwk.JwkSet;
import io.rutter.model.internal.jwk.MalformedJwkException;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.translator.JwksFetching;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the keys of rules for tokens. Istio document: JWTRule, {@code jwks} and {@code jwksUri}.
 */
final class KeyLookup {
  private static final String KIND = "KeySet";
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final JwksFetching fetching;
  private final Map<String, KeySet> byUri = new HashMap<>();
  private final Map<String, KeySet> byIssuer = new HashMap<>();
  private final List<KeySet> keySets;

  /** What Envoy gets for each text with keys, which takes time to check. */
  private final ImmutableMap<String, TokenKeys.Known> taken;

  KeyLookup(JwksFetching fetching, List<KeySet> keySets, List<RequestAuthentication> policies) {
    this.fetching = fetching;
    this.taken =
        Stream.concat(
                keySets.stream().map(KeySet::jwks),
                policies.stream()
                    .flatMap(policy -> policy.jwtRules().stream())
                    .flatMap(rule -> rule.jwks().stream()))
            .distinct()
            .collect(toImmutableMap(Function.identity(), KeyLookup::take));
    this.keySets =
        ImmutableList.sortedCopyOf(Comparator.comparing(KeySet::metadata, Age.BY_AGE), keySets);
    for (KeySet keys : this.keySets) {
      keys.uri().ifPresent(uri -> byUri.putIfAbsent(uri, keys));
      keys.issuer().ifPresent(issuer -> byIssuer.putIfAbsent(issuer, keys));
    }
  }

  /** Whether the keys that a rule has itself count: not where Envoy may fetch others. */
  boolean areOf(JwtRule rule) {
    return rule.jwks().isPresent() && !isFetched(rule);
  }

  private boolean isFetched(JwtRule rule) {
    return fetching != JwksFetching.NEVER && rule.jwksUri().isPresent();
  }

  TokenKeys of(JwtRule rule, ServiceIndex services) {
    if (!isFetched(rule)) {
      return rule.jwks().map(this::taken).orElseGet(() -> known(rule));
    }
    String uri = rule.jwksUri().orElse("");
    return GoUrl.parse(uri)
        .filter(url -> fetching == JwksFetching.ALWAYS || isService(url.host(), services))
        .<TokenKeys>map(url -> new TokenKeys.Remote(uri, cluster(url)))
        .orElseGet(() -> known(rule));
  }

  /** Reports key sets for what another one is for already. */
  @SuppressWarnings("ReferenceEquality") // Which of several equal ones counts.
  void report(ProblemSink problems) {
    for (KeySet keys : keySets) {
      KeySet first = first(keys);
      if (first != keys) {
        problems.report(
            Problem.warning(ProblemCode.CONFLICT)
                .object(ConfigKey.of(KIND, keys.metadata()))
                .path("spec")
                .message(
                    "keys of "
                        + keys.uri().or(keys::issuer).orElse("")
                        + " are in "
                        + ConfigKey.of(KIND, first.metadata())
                        + " already, which counts (expected: one KeySet for each)")
                .build());
      }
    }
  }

  private KeySet first(KeySet keys) {
    KeySet ofUri = keys.uri().isEmpty() ? null : byUri.get(keys.uri().get());
    KeySet ofIssuer = keys.issuer().isEmpty() ? null : byIssuer.get(keys.issuer().get());
    return ofUri != null ? ofUri : ofIssuer != null ? ofIssuer : keys;
  }

  private TokenKeys.Known known(JwtRule rule) {
    KeySet found =
        rule.jwksUri().isPresent() ? byUri.get(rule.jwksUri().get()) : byIssuer.get(rule.issuer());
    return found == null ? TokenKeys.NOBODYS : taken(found.jwks());
  }

  /** Whether a host is a service of one namespace; of several, nobody knows which is meant. */
  private static boolean isService(String host, ServiceIndex services) {
    return services.ofHost(host).stream().map(Service::namespace).distinct().count() == 1;
  }

  private static String cluster(GoUrl url) {
    Integer port = Ints.tryParse(url.port());
    int standard = url.scheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
    return ClusterNames.outbound(port == null ? standard : port, "", url.host());
  }

  private TokenKeys.Known taken(String jwks) {
    return taken.getOrDefault(jwks, TokenKeys.NOBODYS);
  }

  /** A set that Envoy takes; without keys that it can use, one that makes no token good. */
  private static TokenKeys.Known take(String jwks) {
    try {
      return JwkSet.parse(jwks).forEnvoy(jwks).map(TokenKeys.Known::new).orElse(TokenKeys.NOBODYS);
    } catch (MalformedJwkException notValidated) {
      return TokenKeys.NOBODYS;
    }
  }
}
