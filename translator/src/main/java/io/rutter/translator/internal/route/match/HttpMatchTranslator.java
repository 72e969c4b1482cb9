// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.rutter.model.ObjectMeta;
import io.rutter.model.StringMatch;
import io.rutter.model.internal.jwk.ClaimHeader;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.translator.internal.proto.StringMatchers;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.route.http.StaticMatches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@link HttpMatch} to {@code RouteMatch}: the conditions that Envoy evaluates for each request.
 * Defaults: any path, case-sensitive. Conditions on the port and on the client decide whether there
 * is a route at all, see {@link StaticMatches}. Istio document: Virtual Service, {@code
 * HTTPMatchRequest}.
 */
public final class HttpMatchTranslator {
  private static final RouteMatch EVERYTHING = RouteMatch.newBuilder().setPrefix("/").build();

  /** The paths that Envoy accepts as {@code path_separated_prefix}; Istio also sends it others. */
  private static final Pattern SEPARATED_PREFIX = Pattern.compile("[^?#]+[^?#/]");

  /** Marks a VirtualService that was made from an Ingress. Istio document: Kubernetes Ingress. */
  private static final String SEMANTICS = "internal.istio.io/route-semantics";

  private HttpMatchTranslator() {}

  /** The match of a rule without conditions. */
  public static RouteMatch everything() {
    return EVERYTHING;
  }

  /**
   * One alternative of a rule.
   *
   * @param owner the VirtualService, which may have been made from an Ingress
   */
  public static RouteMatch translate(HttpMatch match, ObjectMeta owner) {
    RouteMatch.Builder out = RouteMatch.newBuilder().setPrefix("/");
    match.uri().ifPresent(uri -> path(uri, hasSeparatedPrefixes(owner), out));
    out.setCaseSensitive(match.ignoreUriCase() ? Wrappers.FALSE : Wrappers.TRUE);
    for (HeaderMatcher header : headers(match)) {
      out.addHeaders(header);
    }
    match.method().ifPresent(m -> out.addHeaders(HeaderMatcherTranslator.translate(":method", m)));
    match
        .authority()
        .ifPresent(m -> out.addHeaders(HeaderMatcherTranslator.translate(":authority", m)));
    match.scheme().ifPresent(m -> out.addHeaders(HeaderMatcherTranslator.translate(":scheme", m)));
    if (!match.queryParams().isEmpty()) {
      sorted(match.queryParams())
          .forEach(
              (k, v) -> out.addQueryParameters(QueryParameterMatcherTranslator.translate(k, v)));
    }
    claims(match).forEach(out::addDynamicMetadata);
    return out.build();
  }

  /** Whether the path prefix {@code /foo} does not match {@code /foobar}, as in an Ingress. */
  private static boolean hasSeparatedPrefixes(ObjectMeta owner) {
    return "ingress".equals(owner.annotations().get(SEMANTICS));
  }

  private static void path(StringMatch uri, boolean separatedPrefixes, RouteMatch.Builder out) {
    switch (uri.kind()) {
      case EXACT -> out.setPath(((StringMatch.Exact) uri).value());
      case PREFIX -> prefix(((StringMatch.Prefix) uri).value(), separatedPrefixes, out);
      case REGEX ->
          out.setSafeRegex(StringMatchers.regexMatcher(((StringMatch.Regex) uri).value()));
      case PRESENT -> {}
    }
  }

  private static void prefix(String prefix, boolean separated, RouteMatch.Builder out) {
    String withoutSlash = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    if (separated && SEPARATED_PREFIX.matcher(withoutSlash).matches()) {
      out.setPathSeparatedPrefix(withoutSlash);
    } else {
      out.setPrefix(prefix);
    }
  }

  /** The matchers that must hold and those that must not, sorted by name. */
  private static List<HeaderMatcher> headers(HttpMatch match) {
    if (match.headers().isEmpty() && match.withoutHeaders().isEmpty()) {
      return List.of();
    }
    List<HeaderMatcher> headers = new ArrayList<>();
    for (Map.Entry<String, StringMatch> header : match.headers().entrySet()) {
      if (ClaimHeader.path(header.getKey()).isEmpty()) {
        headers.add(HeaderMatcherTranslator.translate(header.getKey(), header.getValue()));
      }
    }
    for (Map.Entry<String, StringMatch> header : match.withoutHeaders().entrySet()) {
      if (ClaimHeader.path(header.getKey()).isEmpty()) {
        headers.add(HeaderMatcherTranslator.inverted(header.getKey(), header.getValue()));
      }
    }
    headers.sort(Comparator.comparing(HeaderMatcher::getName));
    return headers;
  }

  private static List<MetadataMatcher> claims(HttpMatch match) {
    if (!mayBeClaims(match.headers()) && !mayBeClaims(match.withoutHeaders())) {
      return List.of();
    }
    List<MetadataMatcher> claims = new ArrayList<>();
    sorted(match.headers())
        .forEach(
            (name, condition) -> {
              ImmutableList<String> claim = ClaimHeader.path(name);
              if (!claim.isEmpty()) {
                claims.add(ClaimMatchers.of(claim, condition));
              }
            });
    sorted(match.withoutHeaders())
        .forEach(
            (name, condition) -> {
              ImmutableList<String> claim = ClaimHeader.path(name);
              if (!claim.isEmpty()) {
                claims.add(ClaimMatchers.of(claim, condition).toBuilder().setInvert(true).build());
              }
            });
    return claims;
  }

  private static boolean mayBeClaims(Map<String, StringMatch> conditions) {
    for (String name : conditions.keySet()) {
      if (name.startsWith("@")) {
        return true;
      }
    }
    return false;
  }

  private static ImmutableSortedMap<String, StringMatch> sorted(Map<String, StringMatch> map) {
    return ImmutableSortedMap.copyOf(map);
  }
}
