// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where tokens are looked for, by issuer. Calls are not divided by where their token is: that it is
 * looked for elsewhere is told of all.
 */
final class TokenPlaces {
  private static final String USUAL = "header authorization or query parameter access_token";

  private TokenPlaces() {}

  /** Those that are not the usual ones, by issuer; absent: nothing looks for tokens. */
  static Optional<AspectValue> of(HttpConnectionManager manager) {
    Map<String, ImmutableSet<String>> places = new TreeMap<>();
    boolean any = false;
    for (HttpFilter filter : manager.getHttpFiltersList()) {
      Optional<JwtAuthentication> tokens =
          UnpackedConfig.of(filter.getTypedConfig(), JwtAuthentication.class)
              .filter(found -> !filter.getDisabled());
      any |= tokens.isPresent();
      tokens.ifPresent(
          found ->
              ImmutableSortedMap.copyOf(found.getProvidersMap())
                  .values()
                  .forEach(provider -> add(provider, places)));
    }
    String told =
        places.entrySet().stream()
            .map(of -> String.join(" or ", of.getValue()) + " for issuer " + of.getKey())
            .collect(joining(", "));
    return any
        ? Optional.of(
            new AspectValue(ImmutableSortedMap.copyOf(places), told.isEmpty() ? USUAL : told))
        : Optional.empty();
  }

  private static void add(JwtProvider provider, Map<String, ImmutableSet<String>> to) {
    ImmutableSet<String> places =
        Stream.of(
                provider.getFromHeadersList().stream().map(TokenPlaces::print),
                provider.getFromParamsList().stream().map(name -> "query parameter " + name),
                provider.getFromCookiesList().stream().map(name -> "cookie " + name))
            .flatMap(all -> all)
            .sorted()
            .collect(toImmutableSet());
    if (!places.isEmpty()) {
      to.merge(
          provider.getIssuer(),
          places,
          (one, other) ->
              ImmutableSet.copyOf(ImmutableSortedSet.copyOf(Iterables.concat(one, other))));
    }
  }

  private static String print(JwtHeader header) {
    String prefix = header.getValuePrefix();
    return "header " + header.getName() + (prefix.isEmpty() ? "" : " after \"" + prefix + "\"");
  }
}
