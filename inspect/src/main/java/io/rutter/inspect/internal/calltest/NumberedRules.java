// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import java.time.Instant;

/**
 * VirtualServices whose rules are named by position: {@code SERVICE:RULE}. Rules are reduced to
 * their matches. Earlier VirtualServices are older, so that the first of several with the same host
 * wins.
 */
final class NumberedRules {
  private static final HttpRouteDestination ANYWHERE =
      HttpRouteDestination.builder()
          .destination(Destination.builder().host("anywhere.invalid").port(80).build())
          .build();

  private NumberedRules() {}

  static VirtualService of(VirtualService service, int place) {
    ImmutableList.Builder<HttpRoute> rules = ImmutableList.builder();
    for (int i = 0; i < service.http().size(); i++) {
      rules.add(
          HttpRoute.builder()
              .name(place + ":" + i)
              .match(service.http().get(i).match().stream().map(NumberedRules::match).toList())
              .route(ANYWHERE)
              .build());
    }
    return service.toBuilder()
        .metadata(
            service.metadata().toBuilder().creationTimestamp(Instant.ofEpochSecond(place)).build())
        .http(rules.build())
        .tls(ImmutableList.of())
        .tcp(ImmutableList.of())
        .exportTo("*")
        .build();
  }

  private static HttpMatch match(HttpMatch match) {
    HttpMatch.Builder kept =
        HttpMatch.builder()
            .headers(match.headers())
            .queryParams(match.queryParams())
            .ignoreUriCase(match.ignoreUriCase())
            .withoutHeaders(match.withoutHeaders());
    match.uri().ifPresent(kept::uri);
    match.scheme().ifPresent(kept::scheme);
    match.method().ifPresent(kept::method);
    match.authority().ifPresent(kept::authority);
    return kept.build();
  }
}
