// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import com.google.common.base.CharMatcher;
import io.rutter.model.StringMatch;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Rewrite;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;

/**
 * Rewrites of a prefix that ends with a slash to a path that does not: Envoy appends the rest of
 * the path without a slash, so that rewriting {@code /} to {@code /path} turns {@code /item} into
 * {@code /pathitem}. A rule without a condition on the path has the prefix {@code /}, or in a
 * delegate possibly that of the root.
 *
 * <p>Not reported for paths that do not end like a path segment, such as {@code /v-} and {@code
 * /find?path=}: the rest may be meant to follow.
 */
public final class RewriteAnalysis {
  private static final String ANY = "/";
  private static final Optional<StringMatch> ANY_PATH = Optional.of(StringMatch.regex(".*"));
  private static final HttpMatch NO_CONDITION = HttpMatch.builder().build();
  private static final CharMatcher NAME =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher QUERY = CharMatcher.anyOf("?#");

  private RewriteAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      boolean delegate = virtualService.hosts().isEmpty();
      FindingPlace http =
          FindingPlace.spec("VirtualService", virtualService.metadata(), problems).at("http");
      for (int i = 0; i < virtualService.http().size(); i++) {
        check(virtualService.http().get(i), delegate, http.at(i));
      }
    }
  }

  private static void check(HttpRoute rule, boolean delegate, FindingPlace place) {
    Optional<String> path =
        rule.rewrite()
            .filter(rewrite -> rewrite.uriRegexRewrite().isEmpty())
            .flatMap(Rewrite::uri)
            .filter(RewriteAnalysis::endsLikeFolder);
    if (path.isEmpty() || rule.route().isEmpty()) {
      return;
    }
    Optional<String> prefix =
        rule.match().isEmpty()
            ? Optional.of(ANY).filter(any -> !delegate)
            : firstPrefix(rule, delegate);
    prefix.ifPresent(
        replaced ->
            place
                .at("rewrite.uri")
                .warn(
                    ProblemCode.REWRITE_WITHOUT_SLASH,
                    "uri: "
                        + path.get()
                        + " takes the place of "
                        + replaced
                        + ", so that "
                        + replaced
                        + "item becomes "
                        + path.get()
                        + "item (expected: "
                        + path.get()
                        + "/)"));
  }

  /** The first that is reached: no route is made of what follows a catch-all match. */
  private static Optional<String> firstPrefix(HttpRoute rule, boolean delegate) {
    for (HttpMatch match : rule.match()) {
      Optional<String> prefix = prefix(match, delegate);
      if (prefix.isPresent() || isCatchAll(match)) {
        return prefix;
      }
    }
    return Optional.empty();
  }

  private static boolean isCatchAll(HttpMatch match) {
    return match.uri().equals(ANY_PATH)
        && match.toBuilder()
            .name(Optional.empty())
            .statPrefix(Optional.empty())
            .uri(Optional.empty())
            .build()
            .equals(NO_CONDITION);
  }

  private static boolean endsLikeFolder(String uri) {
    return !uri.isEmpty() && NAME.matches(uri.charAt(uri.length() - 1)) && QUERY.matchesNoneOf(uri);
  }

  /** The prefix that ends with a slash and is replaced, if the condition has one. */
  private static Optional<String> prefix(HttpMatch match, boolean delegate) {
    if (match.headers().containsKey(":path") || isOfSomeProxies(match)) {
      return Optional.empty();
    }
    if (match.uri().isEmpty()) {
      return Optional.of(ANY).filter(any -> !delegate);
    }
    return match.uri().get() instanceof StringMatch.Prefix prefix && prefix.value().endsWith(ANY)
        ? Optional.of(prefix.value())
        : Optional.empty();
  }

  /** Whether it is possible that no proxy has a route for the condition. */
  private static boolean isOfSomeProxies(HttpMatch match) {
    return match.port().orElse(0) != 0
        || !match.gateways().isEmpty()
        || !match.sourceLabels().isEmpty()
        || match.sourceNamespace().isPresent();
  }
}
