// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.virtualservice;

import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.DirectResponse;
import io.rutter.model.virtualservice.HttpBody;
import io.rutter.model.virtualservice.HttpBodyContent;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.RedirectPort;
import io.rutter.model.virtualservice.RedirectPortSelection;
import io.rutter.model.virtualservice.RegexRewrite;
import io.rutter.model.virtualservice.RetryPolicy;
import io.rutter.model.virtualservice.Rewrite;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link HttpRoute}: what happens to the requests that it matches. */
public final class HttpRouteReader {
  private HttpRouteReader() {}

  /** Istio: {@code HTTPRoute}. */
  static HttpRoute httpRoute(ObjectNode in) {
    HttpRoute.Builder route = HttpRoute.builder();
    in.string("name").ifPresent(route::name);
    route.match(in.objects("match", RouteMatchReader::httpMatch));
    route.route(in.objects("route", DestinationReader::httpRouteDestination));
    in.object("redirect", HttpRouteReader::redirect).ifPresent(route::redirect);
    in.object("directResponse", HttpRouteReader::directResponse).ifPresent(route::directResponse);
    in.object("delegate", HttpRouteReader::delegate).ifPresent(route::delegate);
    in.object("rewrite", HttpRouteReader::rewrite).ifPresent(route::rewrite);
    in.duration("timeout").ifPresent(route::timeout);
    in.object("retries", HttpRouteReader::retryPolicy).ifPresent(route::retries);
    in.object("fault", FaultReader::fault).ifPresent(route::fault);
    in.object("mirror", DestinationReader::destination).ifPresent(route::mirror);
    route.mirrors(in.objects("mirrors", DestinationReader::mirror));
    in.uint32Value("mirrorPercent").ifPresent(route::mirrorPercent);
    in.object("mirrorPercentage", ValueReader::percent).ifPresent(route::mirrorPercentage);
    in.object("corsPolicy", HttpHeadersReader::corsPolicy).ifPresent(route::corsPolicy);
    in.object("headers", HttpHeadersReader::headers).ifPresent(route::headers);
    return route.build();
  }

  /** Istio: {@code HTTPRedirect}. */
  public static Redirect redirect(ObjectNode in) {
    Redirect.Builder redirect = Redirect.builder();
    in.string("uri").ifPresent(redirect::uri);
    in.string("authority").ifPresent(redirect::authority);
    redirectPort(in).ifPresent(redirect::redirectPort);
    in.string("scheme").ifPresent(redirect::scheme);
    in.uint32("redirectCode").ifPresent(redirect::redirectCode);
    in.string("prefixRewrite").ifPresent(redirect::prefixRewrite);
    return redirect.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<RedirectPort> redirectPort(ObjectNode in) {
    return in.oneOf("port", "derivePort")
        .flatMap(
            field ->
                switch (field) {
                  case "port" -> Optional.of(new RedirectPort.Fixed(in.port("port").orElse(0)));
                  default ->
                      in.enumValue("derivePort", RedirectPortSelection.class)
                          .map(RedirectPort.Derived::new);
                });
  }

  /** Istio: {@code HTTPDirectResponse}. */
  private static DirectResponse directResponse(ObjectNode in) {
    DirectResponse.Builder response = DirectResponse.builder();
    in.uint32("status").ifPresent(response::status);
    in.object("body", HttpRouteReader::httpBody).ifPresent(response::body);
    return response.build();
  }

  /** Istio: {@code HTTPBody}. */
  private static HttpBody httpBody(ObjectNode in) {
    HttpBody.Builder body = HttpBody.builder();
    httpBodyContent(in).ifPresent(body::content);
    return body.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<HttpBodyContent> httpBodyContent(ObjectNode in) {
    return in.oneOf("string", "bytes")
        .flatMap(
            field ->
                switch (field) {
                  case "string" -> in.stringValue("string").map(HttpBodyContent.Text::new);
                  default -> in.stringValue("bytes").map(HttpBodyContent.Bytes::new);
                });
  }

  public static Delegate delegate(ObjectNode in) {
    Delegate.Builder delegate = Delegate.builder();
    in.string("name").ifPresent(delegate::name);
    in.string("namespace").ifPresent(delegate::namespace);
    return delegate.build();
  }

  /** Istio: {@code HTTPRewrite}. */
  public static Rewrite rewrite(ObjectNode in) {
    Rewrite.Builder rewrite = Rewrite.builder();
    in.string("uri").ifPresent(rewrite::uri);
    in.string("authority").ifPresent(rewrite::authority);
    in.object("uriRegexRewrite", HttpRouteReader::regexRewrite).ifPresent(rewrite::uriRegexRewrite);
    return rewrite.build();
  }

  private static RegexRewrite regexRewrite(ObjectNode in) {
    RegexRewrite.Builder rewrite = RegexRewrite.builder();
    in.string("match").ifPresent(rewrite::match);
    in.string("rewrite").ifPresent(rewrite::rewrite);
    return rewrite.build();
  }

  /** Istio: {@code HTTPRetry}. */
  public static RetryPolicy retryPolicy(ObjectNode in) {
    RetryPolicy.Builder policy = RetryPolicy.builder();
    in.int32("attempts").ifPresent(policy::attempts);
    in.duration("perTryTimeout").ifPresent(policy::perTryTimeout);
    in.string("retryOn").ifPresent(policy::retryOn);
    in.boolValue("retryRemoteLocalities").ifPresent(policy::retryRemoteLocalities);
    in.boolValue("retryIgnorePreviousHosts").ifPresent(policy::retryIgnorePreviousHosts);
    in.duration("backoff").ifPresent(policy::backoff);
    return policy.build();
  }
}
