// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.rutter.model.mesh.provider.ProviderHeader;
import io.rutter.model.mesh.provider.ProviderHeaderValue;
import io.rutter.translator.internal.proto.Durations;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A collector of traces that is reached by HTTP: {@code HttpService}. */
final class TracingHttpServices {
  /** The default that Istio documents; istiod sends none, which Envoy rejects. */
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

  private TracingHttpServices() {}

  static HttpService of(
      String uri, String cluster, Optional<Duration> timeout, List<ProviderHeader> headers) {
    HttpUri.Builder httpUri =
        HttpUri.newBuilder()
            .setUri(uri)
            .setCluster(cluster)
            .setTimeout(Durations.of(timeout.orElse(DEFAULT_TIMEOUT)));
    HttpService.Builder service = HttpService.newBuilder().setHttpUri(httpUri);
    headers(headers)
        .forEach(
            header ->
                service.addRequestHeadersToAdd(
                    HeaderValueOption.newBuilder()
                        .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                        .setHeader(header)));
    return service.build();
  }

  /** The headers; a value from the control plane's environment is unknown here and left empty. */
  static ImmutableList<HeaderValue> headers(List<ProviderHeader> headers) {
    return headers.stream()
        .map(
            header ->
                HeaderValue.newBuilder()
                    .setKey(header.name())
                    .setValue(
                        header
                            .headerValue()
                            .filter(ProviderHeaderValue.Literal.class::isInstance)
                            .map(value -> ((ProviderHeaderValue.Literal) value).value())
                            .orElse(""))
                    .build())
        .collect(toImmutableList());
  }

  /** Host and path with a slash between them and no dot segments. */
  static String join(String host, String path) {
    if (path.isEmpty()) {
      return host;
    }
    String rooted = path.startsWith("/") ? path : "/" + path;
    try {
      return host + new URI(null, null, rooted, null).normalize().getRawPath();
    } catch (URISyntaxException e) {
      return host + rooted;
    }
  }
}
