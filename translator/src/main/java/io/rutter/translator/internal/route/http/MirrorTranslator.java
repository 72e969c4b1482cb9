// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.RouteAction.RequestMirrorPolicy;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.rutter.model.Percent;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Mirror;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;

/**
 * Mirrors of an {@link HttpRoute} to {@code RequestMirrorPolicy}s, the deprecated single one first.
 * Default percentage: all requests; 0 means no mirror. Istio document: Virtual Service, {@code
 * HTTPMirrorPolicy}.
 */
final class MirrorTranslator {
  private static final FractionalPercent ALL = FractionalPercents.ofWhole(100);

  private MirrorTranslator() {}

  static ImmutableList<RequestMirrorPolicy> translate(HttpRoute rule, RouteContext context) {
    ImmutableList.Builder<RequestMirrorPolicy> policies = ImmutableList.builder();
    rule.mirror()
        .flatMap(to -> share(rule).map(share -> policy(to, share, context)))
        .ifPresent(policies::add);
    for (Mirror mirror : rule.mirrors()) {
      share(mirror.percentage())
          .map(share -> policy(mirror.destination(), share, context))
          .ifPresent(policies::add);
    }
    return policies.build();
  }

  private static Optional<FractionalPercent> share(HttpRoute rule) {
    if (rule.mirrorPercentage().isPresent() || rule.mirrorPercent().isEmpty()) {
      return share(rule.mirrorPercentage());
    }
    long percent = rule.mirrorPercent().getAsLong();
    return percent > 0 ? Optional.of(FractionalPercents.ofWhole(percent)) : Optional.empty();
  }

  private static Optional<FractionalPercent> share(Optional<Percent> percentage) {
    if (percentage.isEmpty()) {
      return Optional.of(ALL);
    }
    return percentage.filter(percent -> percent.value() > 0).map(FractionalPercents::of);
  }

  private static RequestMirrorPolicy policy(
      Destination to, FractionalPercent share, RouteContext context) {
    return RequestMirrorPolicy.newBuilder()
        .setCluster(DestinationClusters.of(to, context))
        .setRuntimeFraction(FractionalPercents.fixed(share))
        .setTraceSampled(Wrappers.FALSE)
        .setDisableShadowHostSuffixAppend(true)
        .build();
  }
}
