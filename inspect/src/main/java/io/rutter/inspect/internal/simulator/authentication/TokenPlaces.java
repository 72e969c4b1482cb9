// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import static java.util.Locale.ROOT;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtHeader;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where some providers look for tokens: in headers, then in parameters of the query, then in
 * cookies, each sorted by name; without any of these in {@code Authorization: Bearer TOKEN} and
 * {@code ?access_token=TOKEN}.
 */
final class TokenPlaces {
  private static final String BEARER = "Bearer ";
  private static final String AUTHORIZATION = "authorization";
  private static final String ACCESS_TOKEN = "access_token";

  /** What a token consists of. */
  private static final CharMatcher TOKEN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-_."))
          .precomputed();

  private final NavigableMap<String, Place> headers = new TreeMap<>();
  private final NavigableMap<String, Place> parameters = new TreeMap<>();
  private final NavigableMap<String, Place> cookies = new TreeMap<>();

  private TokenPlaces() {}

  /**
   * A place.
   *
   * @param name the name of the header, parameter or cookie
   * @param prefix what stands before a token there
   * @param issuers whose tokens are looked for there; an empty text: everybody's
   */
  private record Place(String name, String prefix, ImmutableSet<String> issuers) {
    Place with(Place other) {
      return new Place(
          name,
          prefix,
          ImmutableSet.<String>builder().addAll(issuers).addAll(other.issuers).build());
    }
  }

  /**
   * A text where a token should be.
   *
   * @param where its place, for people
   * @param text the text
   * @param issuers whose tokens are looked for there; an empty text: everybody's
   * @param removal takes it out of a request
   */
  record Found(
      String where, String text, ImmutableSet<String> issuers, UnaryOperator<HttpRequest> removal) {
    boolean isOf(String issuer) {
      return issuers.contains("") || issuers.contains(issuer);
    }
  }

  static TokenPlaces of(List<JwtProvider> providers) {
    TokenPlaces places = new TokenPlaces();
    providers.forEach(places::add);
    return places;
  }

  private void add(JwtProvider provider) {
    ImmutableSet<String> issuer = ImmutableSet.of(provider.getIssuer());
    for (JwtHeader header : provider.getFromHeadersList()) {
      header(header.getName().toLowerCase(ROOT), header.getValuePrefix(), issuer);
    }
    provider.getFromParamsList().forEach(name -> parameter(name, issuer));
    for (String name : provider.getFromCookiesList()) {
      cookies.merge(name, new Place(name, "", issuer), Place::with);
    }
    boolean anywhere =
        provider.getFromHeadersCount() > 0
            || provider.getFromParamsCount() > 0
            || provider.getFromCookiesCount() > 0;
    if (!anywhere) {
      header(AUTHORIZATION, BEARER, issuer);
      parameter(ACCESS_TOKEN, issuer);
    }
  }

  private void header(String name, String prefix, ImmutableSet<String> issuer) {
    headers.merge(name + prefix, new Place(name, prefix, issuer), Place::with);
  }

  private void parameter(String name, ImmutableSet<String> issuer) {
    parameters.merge(name, new Place(name, "", issuer), Place::with);
  }

  /** What is there. */
  ImmutableList<Found> find(HttpRequest request) {
    ImmutableList.Builder<Found> found = ImmutableList.builder();
    for (Place place : headers.values()) {
      for (String value : request.values(place.name())) {
        int at = value.indexOf(place.prefix());
        if (at >= 0) {
          found.add(
              new Found(
                  "header " + place.name(),
                  place.prefix().isEmpty() ? value : token(value, at + place.prefix().length()),
                  place.issuers(),
                  from -> withoutHeader(from, place.name())));
        }
      }
    }
    for (Place place : parameters.values()) {
      QueryParameters.first(request.path(), place.name())
          .ifPresent(
              value ->
                  found.add(
                      new Found(
                          "parameter " + place.name(),
                          value,
                          place.issuers(),
                          from ->
                              from.withPath(QueryParameters.without(from.path(), place.name())))));
    }
    for (Place place : cookies.values()) {
      Cookies.value(request, place.name())
          .ifPresent(
              value ->
                  found.add(
                      new Found("cookie " + place.name(), value, place.issuers(), from -> from)));
    }
    return found.build();
  }

  /** The places, for people. */
  String print() {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    headers.values().forEach(place -> all.add("header " + place.name()));
    parameters.keySet().forEach(name -> all.add("parameter " + name));
    cookies.keySet().forEach(name -> all.add("cookie " + name));
    return String.join(", ", all.build());
  }

  private static String token(String value, int from) {
    int start = TOKEN.indexIn(value, from);
    return start < 0 ? value : value.substring(start);
  }

  static HttpRequest withoutHeader(HttpRequest request, String name) {
    ImmutableListMultimap.Builder<String, String> kept = ImmutableListMultimap.builder();
    request
        .headers()
        .entries()
        .forEach(
            header -> {
              if (!header.getKey().equals(name)) {
                kept.put(header);
              }
            });
    return request.withHeaders(kept.build());
  }
}
