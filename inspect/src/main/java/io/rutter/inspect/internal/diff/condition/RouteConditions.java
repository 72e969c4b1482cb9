// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.TextTest;
import java.util.Optional;

/** The conditions of a route. */
public final class RouteConditions {
  private static final Dimension CONTENT_TYPE =
      new Dimension(Dimension.Kind.HEADER, "content-type");

  private RouteConditions() {}

  /** Whether the route takes a request. */
  public static Condition of(RouteMatch match, CallFacts facts) {
    ImmutableList.Builder<Condition> parts = ImmutableList.builder();
    parts.add(path(match));
    match.getHeadersList().forEach(header -> parts.add(HeaderConditions.of(header)));
    if (match.hasGrpc()) {
      parts.add(
          Condition.some(
              ImmutableList.of(
                  Condition.of(CONTENT_TYPE, TextTest.of(TextTest.Kind.EXACT, "application/grpc")),
                  Condition.of(
                      CONTENT_TYPE, TextTest.of(TextTest.Kind.PREFIX, "application/grpc+")))));
    }
    parts.add(tls(match.getTlsContext(), facts.call()));
    match.getQueryParametersList().forEach(query -> parts.add(query(query)));
    match.getDynamicMetadataList().forEach(one -> parts.add(MetadataConditions.of(one, facts)));
    if (match.getFilterStateCount() > 0) {
      parts.add(Condition.never());
    }
    return Condition.all(parts.build());
  }

  private static Condition path(RouteMatch match) {
    Optional<TextTest> test =
        switch (match.getPathSpecifierCase()) {
          case PREFIX -> Optional.of(TextTest.of(TextTest.Kind.PREFIX, match.getPrefix()));
          case PATH -> Optional.of(TextTest.of(TextTest.Kind.EXACT, match.getPath()));
          case PATH_SEPARATED_PREFIX ->
              Optional.of(
                  TextTest.of(TextTest.Kind.SEPARATED_PREFIX, match.getPathSeparatedPrefix()));
          case SAFE_REGEX -> Optional.of(TextTest.ofRegex(match.getSafeRegex().getRegex()));
          default -> Optional.empty();
        };
    boolean folds = match.hasCaseSensitive() && !match.getCaseSensitive().getValue();
    return test.map(one -> folds && !match.hasSafeRegex() ? one.ignoringCase() : one)
        .map(RouteConditions::path)
        .orElse(Condition.never());
  }

  /** A test of paths, all of which begin with a slash. */
  static Condition path(TextTest test) {
    boolean all =
        (test.kind() == TextTest.Kind.PREFIX && (test.text().isEmpty() || test.text().equals("/")))
            || (test.kind() == TextTest.Kind.CONTAINS
                && (test.text().isEmpty() || test.text().equals("/")))
            || (test.kind() == TextTest.Kind.SUFFIX && test.text().isEmpty());
    return all ? Condition.always() : Condition.of(Dimension.PATH, test);
  }

  private static Condition query(QueryParameterMatcher matcher) {
    Dimension dimension = new Dimension(Dimension.Kind.QUERY, matcher.getName());
    return matcher.hasStringMatch()
        ? TextTest.of(matcher.getStringMatch())
            .map(test -> Condition.of(dimension, test))
            .orElse(Condition.never())
        : Condition.of(dimension, TextTest.PRESENT);
  }

  private static Condition tls(RouteMatch.TlsContextMatchOptions wanted, Call call) {
    boolean shown =
        call.tls() == CallTls.MTLS || (call.tls() == CallTls.TLS && call.clientCertificate());
    return Condition.of(
        (!wanted.hasPresented() || wanted.getPresented().getValue() == shown)
            && (!wanted.hasValidated() || wanted.getValidated().getValue() == shown));
  }
}
