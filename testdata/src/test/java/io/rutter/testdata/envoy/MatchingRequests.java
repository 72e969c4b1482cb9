// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Requests that satisfy the conditions of a route, or nearly do. */
final class MatchingRequests {
  private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "DELETE", "PUT");
  private static final List<String> SEGMENTS =
      List.of("", "a", "v1", "Users", "%7Euser", "static", "x.html", "..", "42");

  private final Random random;

  MatchingRequests(Random random) {
    this.random = random;
  }

  /** The parts of a request that routes look at. */
  record Parts(
      String method, String path, String host, ImmutableListMultimap<String, String> headers) {}

  /** Parts that satisfy the conditions of a route, as far as that is easy. */
  Parts of(String host, RouteMatch match) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    String method = pick(METHODS);
    String authority = host;
    for (HeaderMatcher header : match.getHeadersList()) {
      if (header.getInvertMatch()) {
        continue;
      }
      String value = value(header.getStringMatch());
      switch (header.getName()) {
        case ":method" -> method = value;
        case ":authority" -> authority = value;
        case ":scheme" -> {}
        default -> headers.put(header.getName(), value);
      }
    }
    List<String> query = new ArrayList<>();
    for (QueryParameterMatcher parameter : match.getQueryParametersList()) {
      query.add(parameter.getName() + "=" + value(parameter.getStringMatch()));
    }
    String path = path(match);
    return new Parts(
        method,
        query.isEmpty() ? path : path + "?" + String.join("&", query),
        authority,
        headers.build());
  }

  /** The parts with a change, which may take them to another route. */
  Parts changed(Parts parts) {
    return switch (random.nextInt(9)) {
      case 0 -> new Parts(parts.method, parts.path, "unknown.example", parts.headers);
      case 1 -> new Parts(parts.method, randomPath(), parts.host, parts.headers);
      case 2 ->
          new Parts(parts.method, parts.path, parts.host, ImmutableListMultimap.of("x-y", "z"));
      case 3 -> new Parts(pick(METHODS), parts.path, parts.host, parts.headers);
      case 4 ->
          new Parts(parts.method, parts.path.toUpperCase(Locale.ROOT), parts.host, parts.headers);
      case 5 -> new Parts(parts.method, parts.path + "//tail", parts.host, parts.headers);
      case 6 -> new Parts(parts.method, parts.path + "?q=1&q=2", parts.host, parts.headers);
      case 7 -> new Parts(parts.method, parts.path, parts.host + ":8123", parts.headers);
      default ->
          new Parts(parts.method, parts.path, parts.host.toUpperCase(Locale.ROOT), parts.headers);
    };
  }

  /** A path. */
  String randomPath() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      path.append('/').append(pick(SEGMENTS));
    }
    return path.toString();
  }

  private String path(RouteMatch match) {
    return switch (match.getPathSpecifierCase()) {
      case PREFIX -> match.getPrefix() + (random.nextBoolean() ? "" : pick(SEGMENTS));
      case PATH -> match.getPath();
      case PATH_SEPARATED_PREFIX ->
          match.getPathSeparatedPrefix() + (random.nextBoolean() ? "" : "/" + pick(SEGMENTS));
      case SAFE_REGEX -> textFor(match.getSafeRegex().getRegex());
      default -> randomPath();
    };
  }

  private String value(StringMatcher matcher) {
    return switch (matcher.getMatchPatternCase()) {
      case EXACT -> matcher.getExact();
      case PREFIX -> matcher.getPrefix() + (random.nextBoolean() ? "" : "tail");
      case SUFFIX -> "head" + matcher.getSuffix();
      case CONTAINS -> "a" + matcher.getContains() + "b";
      case SAFE_REGEX -> textFor(matcher.getSafeRegex().getRegex());
      default -> "any";
    };
  }

  /** A text that simple expressions match. */
  private static String textFor(String regex) {
    String first = Splitter.on('|').split(regex.replaceAll("\\(\\?:", "(")).iterator().next();
    return first
        .replaceAll("\\\\d|\\[0-9]|\\[\\d-\\d]", "7")
        .replaceAll("\\[\\^[^]]*]", "x")
        .replaceAll("\\[(.)[^]]*]", "$1")
        .replaceAll("\\\\(.)", "$1")
        .replaceAll("\\.[*+]", "any")
        .replaceAll("\\{\\d+(,\\d*)?}", "")
        .replaceAll("[*+?()^$]", "");
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
