// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** The match of a route in short words: {@code GET, /reviews*, header x-user = jo}. */
final class Matches {
  private Matches() {}

  /** The conditions, joined by commas; empty if every request meets them. */
  static String of(RouteMatch match) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    for (HeaderMatcher header : match.getHeadersList()) {
      if (header.getName().equals(":method")) {
        all.add(header(header));
      }
    }
    String path = path(match);
    if (!path.isEmpty()) {
      all.add(
          match.hasCaseSensitive() && !match.getCaseSensitive().getValue()
              ? path + " (any case)"
              : path);
    }
    for (HeaderMatcher header : match.getHeadersList()) {
      if (!header.getName().equals(":method")) {
        all.add(header(header));
      }
    }
    match.getQueryParametersList().forEach(query -> all.add(query(query)));
    match.getDynamicMetadataList().forEach(metadata -> all.add(metadata(metadata)));
    if (match.hasGrpc()) {
      all.add("gRPC");
    }
    if (match.hasRuntimeFraction()) {
      all.add("a fraction of requests");
    }
    if (match.hasTlsContext()) {
      all.add("client certificate");
    }
    return String.join(", ", all.build());
  }

  private static String path(RouteMatch match) {
    return switch (match.getPathSpecifierCase()) {
      case PREFIX -> match.getPrefix().equals("/") ? "" : match.getPrefix() + "*";
      case PATH -> match.getPath();
      case PATH_SEPARATED_PREFIX ->
          match.getPathSeparatedPrefix() + " or " + match.getPathSeparatedPrefix() + "/*";
      case SAFE_REGEX -> "path ~ " + match.getSafeRegex().getRegex();
      case CONNECT_MATCHER -> "CONNECT";
      case PATH_MATCH_POLICY -> "path template";
      case PATHSPECIFIER_NOT_SET -> "";
    };
  }

  private static String header(HeaderMatcher header) {
    String name = header.getName();
    boolean not = header.getInvertMatch();
    if (header.getHeaderMatchSpecifierCase()
        == HeaderMatcher.HeaderMatchSpecifierCase.PRESENT_MATCH) {
      return name + (header.getPresentMatch() == not ? " absent" : " present");
    }
    if (header.getHeaderMatchSpecifierCase()
        != HeaderMatcher.HeaderMatchSpecifierCase.STRING_MATCH) {
      return (not ? "not " : "") + name + " meets another condition";
    }
    StringMatcher value = header.getStringMatch();
    String text =
        switch (name) {
          case ":method" -> value.hasExact() ? value.getExact() : "method " + string(value);
          case ":authority" -> "host " + string(value);
          case ":scheme" -> "scheme " + string(value);
          default -> name + " " + string(value);
        };
    return not ? "not (" + text + ")" : text;
  }

  private static String query(QueryParameterMatcher query) {
    return "?"
        + query.getName()
        + (query.hasStringMatch() ? " " + string(query.getStringMatch()) : " present");
  }

  private static String metadata(MetadataMatcher metadata) {
    String path =
        metadata.getPathList().stream()
            .map(MetadataMatcher.PathSegment::getKey)
            .collect(joining("."));
    String text = "token " + path;
    return metadata.getInvert() ? "not (" + text + ")" : text;
  }

  private static String string(StringMatcher value) {
    String text =
        switch (value.getMatchPatternCase()) {
          case EXACT -> "= " + value.getExact();
          case PREFIX -> "= " + value.getPrefix() + "*";
          case SUFFIX -> "= *" + value.getSuffix();
          case CONTAINS -> "= *" + value.getContains() + "*";
          case SAFE_REGEX -> "~ " + value.getSafeRegex().getRegex();
          case CUSTOM, MATCHPATTERN_NOT_SET -> "meets another condition";
        };
    return value.getIgnoreCase() ? text + " (any case)" : text;
  }
}
