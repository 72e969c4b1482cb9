// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.yaml.internal.common.PercentReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HttpRoute} (Istio: {@code HTTPRoute}). */
public final class HttpRouteReader {
  private HttpRouteReader() {}

  /** Reads the fields of the object. */
  public static HttpRoute read(ObjectNode in) {
    HttpRoute.Builder httpRoute = HttpRoute.builder();
    in.string("name").ifPresent(httpRoute::name);
    httpRoute.match(in.objects("match", HttpMatchReader::read));
    httpRoute.route(in.objects("route", HttpRouteDestinationReader::read));
    in.object("redirect", RedirectReader::read).ifPresent(httpRoute::redirect);
    in.object("directResponse", DirectResponseReader::read).ifPresent(httpRoute::directResponse);
    in.object("delegate", DelegateReader::read).ifPresent(httpRoute::delegate);
    in.object("rewrite", RewriteReader::read).ifPresent(httpRoute::rewrite);
    in.duration("timeout").ifPresent(httpRoute::timeout);
    in.object("retries", RetryPolicyReader::read).ifPresent(httpRoute::retries);
    in.object("fault", FaultReader::read).ifPresent(httpRoute::fault);
    in.object("mirror", DestinationReader::read).ifPresent(httpRoute::mirror);
    httpRoute.mirrors(in.objects("mirrors", MirrorReader::read));
    in.uint32Value("mirrorPercent").ifPresent(httpRoute::mirrorPercent);
    in.object("mirrorPercentage", PercentReader::read).ifPresent(httpRoute::mirrorPercentage);
    in.object("corsPolicy", CorsPolicyReader::read).ifPresent(httpRoute::corsPolicy);
    in.object("headers", HeadersReader::read).ifPresent(httpRoute::headers);
    return httpRoute.build();
  }
}
