// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.StringMatch;
import io.rutter.model.virtualservice.HttpMatch;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares and merges matches of a delegate with matches of the rule that refers to it. Istio
 * document: Virtual Service, {@code Delegate}: the delegate's matches must be a subset.
 */
public final class DelegateMatches {
  private DelegateMatches() {}

  /** Whether the delegate's match is a subset of the root's. */
  public static boolean fits(HttpMatch root, HttpMatch leaf) {
    return fits(root.uri(), leaf.uri())
        && fits(root.scheme(), leaf.scheme())
        && fits(root.method(), leaf.method())
        && fits(root.authority(), leaf.authority())
        && fits(root.headers(), leaf.headers())
        && fits(root.withoutHeaders(), leaf.withoutHeaders())
        && fits(root.queryParams(), leaf.queryParams())
        && root.ignoreUriCase() == leaf.ignoreUriCase()
        && (root.port().isEmpty() || leaf.port().isEmpty() || root.port().equals(leaf.port()))
        && (root.sourceNamespace().isEmpty()
            || root.sourceNamespace().equals(leaf.sourceNamespace()))
        && leaf.sourceLabels().entrySet().stream()
            .allMatch(
                label ->
                    Objects.equals(
                        root.sourceLabels().getOrDefault(label.getKey(), label.getValue()),
                        label.getValue()))
        && (root.gateways().isEmpty()
            || leaf.gateways().isEmpty()
            || (root.gateways().size() >= leaf.gateways().size()
                && root.gateways().containsAll(leaf.gateways())));
  }

  private static boolean fits(
      ImmutableMap<String, StringMatch> root, ImmutableMap<String, StringMatch> leaf) {
    return leaf.entrySet().stream()
        .allMatch(
            entry ->
                fits(Optional.ofNullable(root.get(entry.getKey())), Optional.of(entry.getValue())));
  }

  /**
   * An exact match contains only itself; a prefix contains longer prefixes and exact matches that
   * start with it. As in istiod, regular expressions contain nothing, not even themselves, nor do
   * empty prefixes and presence matches.
   */
  private static boolean fits(Optional<StringMatch> root, Optional<StringMatch> leaf) {
    if (root.isEmpty() || leaf.isEmpty()) {
      return true;
    }
    if (root.get() instanceof StringMatch.Exact exact) {
      return leaf.get().equals(exact);
    }
    if (root.get() instanceof StringMatch.Prefix prefix && !prefix.value().isEmpty()) {
      return leaf.get() instanceof StringMatch.Exact exact
          ? exact.value().startsWith(prefix.value())
          : leaf.get() instanceof StringMatch.Prefix longer
              && longer.value().startsWith(prefix.value());
    }
    return false;
  }

  /** The delegate's match, completed from the root's. */
  public static HttpMatch merge(HttpMatch root, HttpMatch leaf) {
    HttpMatch.Builder merged =
        leaf.toBuilder()
            .headers(union(root.headers(), leaf.headers()))
            .withoutHeaders(union(root.withoutHeaders(), leaf.withoutHeaders()))
            .queryParams(union(root.queryParams(), leaf.queryParams()))
            .sourceLabels(union(root.sourceLabels(), leaf.sourceLabels()))
            .gateways(leaf.gateways().isEmpty() ? root.gateways() : leaf.gateways());
    name(root.name(), leaf.name()).ifPresent(merged::name);
    leaf.uri().or(root::uri).ifPresent(merged::uri);
    leaf.scheme().or(root::scheme).ifPresent(merged::scheme);
    leaf.method().or(root::method).ifPresent(merged::method);
    leaf.authority().or(root::authority).ifPresent(merged::authority);
    (leaf.port().isPresent() ? leaf.port() : root.port()).ifPresent(merged::port);
    leaf.sourceNamespace().or(root::sourceNamespace).ifPresent(merged::sourceNamespace);
    leaf.statPrefix().or(root::statPrefix).ifPresent(merged::statPrefix);
    return merged.build();
  }

  /** The name of a rule or match: {@code root-delegate}, or the only name given. */
  static Optional<String> name(Optional<String> root, Optional<String> delegate) {
    if (root.isPresent() && delegate.isPresent()) {
      return Optional.of(root.get() + "-" + delegate.get());
    }
    return delegate.or(() -> root);
  }

  private static <V> ImmutableMap<String, V> union(Map<String, V> root, Map<String, V> leaf) {
    return ImmutableMap.<String, V>builder().putAll(root).putAll(leaf).buildKeepingLast();
  }
}
