// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.rutter.model.virtualservice.HeaderOperations;
import io.rutter.model.virtualservice.Headers;
import io.rutter.model.virtualservice.HttpRoute;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Headers} in Envoy's terms: headers to set by name, then those to add by name. A value for
 * {@code host} or {@code :authority} in the request rewrites the authority, for which {@code set}
 * takes precedence over {@code add}; other names that begin with a colon are ignored. Istio
 * document: Virtual Service, {@code Headers}.
 *
 * @param requestAdd request headers to set or add
 * @param requestRemove names of request headers to remove
 * @param responseAdd response headers to set or add
 * @param responseRemove names of response headers to remove
 * @param authority the new value of the authority, which is no header to Envoy
 */
record HeaderMutations(
    ImmutableList<HeaderValueOption> requestAdd,
    ImmutableList<String> requestRemove,
    ImmutableList<HeaderValueOption> responseAdd,
    ImmutableList<String> responseRemove,
    Optional<String> authority) {
  /** No changes. */
  static final HeaderMutations NONE =
      new HeaderMutations(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          Optional.empty());

  private static final HeaderOperations NO_OPERATIONS = HeaderOperations.builder().build();

  /** The changes that a rule or a destination asks for. */
  static HeaderMutations of(Headers headers) {
    HeaderOperations request = headers.request().orElse(NO_OPERATIONS);
    HeaderOperations response = headers.response().orElse(NO_OPERATIONS);
    return new HeaderMutations(
        setAndAdd(request),
        removable(request.remove()),
        setAndAdd(response),
        removable(response.remove()),
        authority(request.set()).or(() -> authority(request.add())));
  }

  /**
   * The changes of a rule's routes: those of the rule, then those of its only destination. A rule
   * with several destinations leaves theirs to the weighted clusters, and one that answers itself
   * has none.
   */
  static HeaderMutations of(HttpRoute rule) {
    HeaderMutations own = rule.headers().map(HeaderMutations::of).orElse(NONE);
    boolean forwards = rule.redirect().isEmpty() && rule.directResponse().isEmpty();
    return forwards && rule.route().size() == 1
        ? rule.route().get(0).headers().map(headers -> own.and(of(headers))).orElse(own)
        : own;
  }

  private HeaderMutations and(HeaderMutations next) {
    return new HeaderMutations(
        concat(requestAdd, next.requestAdd),
        concat(requestRemove, next.requestRemove),
        concat(responseAdd, next.responseAdd),
        concat(responseRemove, next.responseRemove),
        authority.or(next::authority));
  }

  private static <T> ImmutableList<T> concat(ImmutableList<T> first, ImmutableList<T> next) {
    return ImmutableList.<T>builder().addAll(first).addAll(next).build();
  }

  private static ImmutableList<HeaderValueOption> setAndAdd(HeaderOperations operations) {
    return ImmutableList.<HeaderValueOption>builder()
        .addAll(options(operations.set(), HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD))
        .addAll(options(operations.add(), HeaderAppendAction.APPEND_IF_EXISTS_OR_ADD))
        .build();
  }

  private static ImmutableList<HeaderValueOption> options(
      Map<String, String> values, HeaderAppendAction action) {
    return ImmutableSortedMap.copyOf(values).entrySet().stream()
        .filter(entry -> !isInternal(entry.getKey()))
        .map(
            entry ->
                HeaderValueOption.newBuilder()
                    .setHeader(
                        HeaderValue.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()))
                    .setAppendAction(action)
                    .build())
        .collect(toImmutableList());
  }

  private static ImmutableList<String> removable(ImmutableList<String> names) {
    return names.stream().filter(name -> !isInternal(name)).collect(toImmutableList());
  }

  private static Optional<String> authority(Map<String, String> values) {
    return ImmutableSortedMap.copyOf(values).entrySet().stream()
        .filter(
            entry ->
                Ascii.equalsIgnoreCase(entry.getKey(), "host")
                    || Ascii.equalsIgnoreCase(entry.getKey(), ":authority"))
        .map(Map.Entry::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** Names that Envoy does not let configuration change. */
  private static boolean isInternal(String name) {
    return name.startsWith(":") || Ascii.equalsIgnoreCase(name, "host");
  }
}
