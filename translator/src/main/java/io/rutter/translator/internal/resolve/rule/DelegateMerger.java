// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Merges a rule of a delegate with the rule that refers to it. Istio document: Virtual Service,
 * {@code Delegate}: fields that the delegate's rule sets are kept; unset fields come from the
 * referring rule, except destinations.
 */
public final class DelegateMerger {
  private DelegateMerger() {}

  /**
   * A match of a merged rule.
   *
   * @param match the match
   * @param root its position among those of the referring rule; absent if that has none
   * @param delegate its position among those of the delegate's rule; absent if that has none
   */
  record MergedMatch(HttpMatch match, OptionalInt root, OptionalInt delegate) {}

  /** The merged rule; empty if a match of the delegate is in no match of the root. */
  public static Optional<HttpRoute> merge(HttpRoute root, HttpRoute delegate) {
    return matches(root.match(), delegate.match())
        .map(
            matches ->
                merge(
                    root,
                    delegate,
                    matches.stream().map(MergedMatch::match).collect(toImmutableList())));
  }

  /** The merged matches of all compatible pairs, in order of the delegate's matches. */
  static Optional<ImmutableList<MergedMatch>> matches(
      ImmutableList<HttpMatch> root, ImmutableList<HttpMatch> delegate) {
    ImmutableList.Builder<MergedMatch> merged = ImmutableList.builder();
    if (delegate.isEmpty()) {
      for (int i = 0; i < root.size(); i++) {
        merged.add(new MergedMatch(root.get(i), OptionalInt.of(i), OptionalInt.empty()));
      }
    }
    for (int i = 0; i < delegate.size(); i++) {
      HttpMatch leaf = delegate.get(i);
      boolean fits = root.isEmpty();
      if (root.isEmpty()) {
        merged.add(new MergedMatch(leaf, OptionalInt.empty(), OptionalInt.of(i)));
      }
      for (int j = 0; j < root.size(); j++) {
        if (DelegateMatches.fits(root.get(j), leaf)) {
          merged.add(
              new MergedMatch(
                  DelegateMatches.merge(root.get(j), leaf), OptionalInt.of(j), OptionalInt.of(i)));
          fits = true;
        }
      }
      if (!fits) {
        return Optional.empty();
      }
    }
    return Optional.of(merged.build());
  }

  private static HttpRoute merge(
      HttpRoute root, HttpRoute delegate, ImmutableList<HttpMatch> match) {
    HttpRoute.Builder merged = delegate.toBuilder().match(match);
    DelegateMatches.name(root.name(), delegate.name()).ifPresent(merged::name);
    if (delegate.rewrite().isEmpty()) {
      root.rewrite().ifPresent(merged::rewrite);
    }
    if (delegate.directResponse().isEmpty()) {
      root.directResponse().ifPresent(merged::directResponse);
    }
    if (delegate.timeout().isEmpty()) {
      root.timeout().ifPresent(merged::timeout);
    }
    if (delegate.retries().isEmpty()) {
      root.retries().ifPresent(merged::retries);
    }
    if (delegate.fault().isEmpty()) {
      root.fault().ifPresent(merged::fault);
    }
    if (delegate.mirror().isEmpty()) {
      root.mirror().ifPresent(merged::mirror);
    }
    if (delegate.mirrorPercent().isEmpty()) {
      root.mirrorPercent().ifPresent(merged::mirrorPercent);
    }
    if (delegate.mirrorPercentage().isEmpty()) {
      root.mirrorPercentage().ifPresent(merged::mirrorPercentage);
    }
    if (delegate.corsPolicy().isEmpty()) {
      root.corsPolicy().ifPresent(merged::corsPolicy);
    }
    if (delegate.mirrors().isEmpty()) {
      merged.mirrors(root.mirrors());
    }
    if (delegate.headers().isEmpty()) {
      root.headers().ifPresent(merged::headers);
    }
    return merged.build();
  }
}
