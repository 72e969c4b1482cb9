// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import java.util.Optional;

/**
 * Merges a rule of a delegate with the rule that refers to it. Istio document: Virtual Service,
 * {@code Delegate}: fields that the delegate's rule sets are kept; unset fields come from the
 * referring rule, except destinations.
 */
public final class DelegateMerger {
  private DelegateMerger() {}

  /** The merged rule; empty if a match of the delegate is in no match of the root. */
  public static Optional<HttpRoute> merge(HttpRoute root, HttpRoute delegate) {
    return matches(root.match(), delegate.match()).map(match -> merge(root, delegate, match));
  }

  /** The merged matches of all compatible pairs, in order of the delegate's matches. */
  private static Optional<ImmutableList<HttpMatch>> matches(
      ImmutableList<HttpMatch> root, ImmutableList<HttpMatch> delegate) {
    if (root.isEmpty() || delegate.isEmpty()) {
      return Optional.of(root.isEmpty() ? delegate : root);
    }
    ImmutableList.Builder<HttpMatch> merged = ImmutableList.builder();
    for (HttpMatch leaf : delegate) {
      boolean fits = false;
      for (HttpMatch outer : root) {
        if (DelegateMatches.fits(outer, leaf)) {
          merged.add(DelegateMatches.merge(outer, leaf));
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
