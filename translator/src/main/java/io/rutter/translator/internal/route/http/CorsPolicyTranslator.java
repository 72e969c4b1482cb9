// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy;
import io.rutter.model.StringMatch;
import io.rutter.model.virtualservice.UnmatchedPreflights;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.route.match.StringMatchTranslator;
import java.util.stream.Stream;

/**
 * {@link io.rutter.model.virtualservice.CorsPolicy} to the {@code CorsPolicy} of a route. Defaults:
 * no origin is allowed; preflight requests of other origins are forwarded. Istio document: Virtual
 * Service, {@code CorsPolicy}.
 */
final class CorsPolicyTranslator {
  private static final int ALWAYS = 100;

  private CorsPolicyTranslator() {}

  static CorsPolicy translate(io.rutter.model.virtualservice.CorsPolicy cors) {
    CorsPolicy.Builder out =
        CorsPolicy.newBuilder()
            .setForwardNotMatchingPreflights(
                cors.unmatchedPreflights() == UnmatchedPreflights.IGNORE
                    ? Wrappers.FALSE
                    : Wrappers.TRUE)
            .setFilterEnabled(FractionalPercents.fixed(FractionalPercents.ofWhole(ALWAYS)))
            .setAllowMethods(String.join(",", cors.allowMethods()))
            .setAllowHeaders(String.join(",", cors.allowHeaders()))
            .setExposeHeaders(String.join(",", cors.exposeHeaders()));
    origins(cors)
        .flatMap(origin -> StringMatchTranslator.translate(origin).stream())
        .forEach(out::addAllowOriginStringMatch);
    cors.maxAge().ifPresent(age -> out.setMaxAge(Long.toString(age.toSeconds())));
    cors.allowCredentials()
        .ifPresent(allowed -> out.setAllowCredentials(allowed ? Wrappers.TRUE : Wrappers.FALSE));
    return out.build();
  }

  private static Stream<StringMatch> origins(io.rutter.model.virtualservice.CorsPolicy cors) {
    return cors.allowOrigins().isEmpty()
        ? cors.allowOrigin().stream().map(StringMatch::exact)
        : cors.allowOrigins().stream();
  }
}
