// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HttpUri;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.AuthorizationRequest;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.AuthorizationResponse;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.BufferSettings;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.HttpService;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.type.matcher.v3.ListStringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.envoyproxy.envoy.type.v3.HttpStatus;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtAuthzRequestBody;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.StringMatchers;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.provider.GrpcServices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service that decides → the filter that asks it, for what an earlier filter has noted. Istio
 * document: Global Mesh Options, {@code EnvoyExternalAuthorizationHttpProvider} and {@code
 * EnvoyExternalAuthorizationGrpcProvider}.
 */
final class ExtAuthzTranslator {
  private static final String HTTP_NAME = "envoy.filters.http.ext_authz";
  private static final String NETWORK_NAME = "envoy.filters.network.ext_authz";

  /** Where {@link RbacFilter} notes which policy matched. */
  private static final String NOTE = "istio_ext_authz_shadow_effective_policy_id";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  private ExtAuthzTranslator() {}

  /**
   * The filter of a connection manager.
   *
   * @param notePrefix what the notes begin with that it asks for
   */
  static HttpFilter http(Authorizer authorizer, String notePrefix) {
    ExtAuthz.Builder config =
        ExtAuthz.newBuilder()
            .setTransportApiVersion(ApiVersion.V3)
            .setFilterEnabledMetadata(noted(RbacFilter.HTTP_NAME, notePrefix));
    if (authorizer instanceof Authorizer.Http http) {
      translate(http.provider(), http.target(), config);
    } else if (authorizer instanceof Authorizer.Grpc grpc) {
      translate(grpc.provider(), grpc.target(), config);
    }
    return HttpFilter.newBuilder()
        .setName(HTTP_NAME)
        .setTypedConfig(Anys.pack(config.build()))
        .build();
  }

  /** The filter of a chain that forwards connections. */
  static Filter tcp(Authorizer.Grpc authorizer, String notePrefix) {
    return Filter.newBuilder()
        .setName(NETWORK_NAME)
        .setTypedConfig(
            Anys.pack(
                io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.newBuilder()
                    .setStatPrefix(RbacFilter.STAT_PREFIX)
                    .setFailureModeAllow(authorizer.provider().failOpen())
                    .setTransportApiVersion(ApiVersion.V3)
                    .setGrpcService(service(authorizer.provider(), authorizer.target()))
                    .setFilterEnabledMetadata(noted(RbacFilter.NETWORK_NAME, notePrefix))
                    .build()))
        .build();
  }

  private static void translate(
      ExtAuthzHttpProvider provider, ExtensionProviders.Target target, ExtAuthz.Builder config) {
    config.setFailureModeAllow(provider.failOpen());
    config.setHttpService(
        HttpService.newBuilder()
            .setServerUri(
                HttpUri.newBuilder()
                    .setUri("http://" + target.hostname())
                    .setCluster(target.cluster())
                    .setTimeout(Durations.of(provider.timeout().orElse(DEFAULT_TIMEOUT))))
            .setPathPrefix(provider.pathPrefix().orElse("")));
    answers(provider, config.getHttpServiceBuilder());
    if (!provider.includeAdditionalHeadersInCheck().isEmpty()) {
      config.getHttpServiceBuilder().setAuthorizationRequest(added(provider));
    }
    headers(
            provider.includeRequestHeadersInCheck().isEmpty()
                ? provider.includeHeadersInCheck()
                : provider.includeRequestHeadersInCheck())
        .ifPresent(config::setAllowedHeaders);
    common(provider.statusOnError(), provider.includeRequestBodyInCheck(), config);
  }

  private static void translate(
      ExtAuthzGrpcProvider provider, ExtensionProviders.Target target, ExtAuthz.Builder config) {
    config.setFailureModeAllow(provider.failOpen()).setGrpcService(service(provider, target));
    common(provider.statusOnError(), provider.includeRequestBodyInCheck(), config);
  }

  /** What is said in the same way however the service is asked. */
  private static void common(
      Optional<String> statusOnError, Optional<ExtAuthzRequestBody> body, ExtAuthz.Builder config) {
    statusOnError.map(ExtAuthzTranslator::status).ifPresent(config::setStatusOnError);
    body.map(ExtAuthzTranslator::body).ifPresent(config::setWithRequestBody);
  }

  private static GrpcService service(
      ExtAuthzGrpcProvider provider, ExtensionProviders.Target target) {
    return GrpcServices.of(target).toBuilder()
        .setTimeout(Durations.of(provider.timeout().orElse(DEFAULT_TIMEOUT)))
        .build();
  }

  private static MetadataMatcher noted(String filter, String prefix) {
    return MetadataMatcher.newBuilder()
        .setFilter(filter)
        .addPath(MetadataMatcher.PathSegment.newBuilder().setKey(NOTE))
        .setValue(ValueMatcher.newBuilder().setStringMatch(StringMatchers.prefix(prefix)))
        .build();
  }

  private static HttpStatus status(String code) {
    return HttpStatus.newBuilder().setCodeValue(Integer.parseInt(code)).build();
  }

  private static BufferSettings body(ExtAuthzRequestBody body) {
    return BufferSettings.newBuilder()
        .setMaxRequestBytes((int) body.maxRequestBytes().orElse(0))
        .setAllowPartialMessage(body.allowPartialMessage())
        .setPackAsBytes(body.packAsBytes())
        .build();
  }

  private static AuthorizationRequest added(ExtAuthzHttpProvider provider) {
    AuthorizationRequest.Builder request = AuthorizationRequest.newBuilder();
    ImmutableSortedMap.copyOf(provider.includeAdditionalHeadersInCheck())
        .forEach(
            (name, value) ->
                request.addHeadersToAdd(HeaderValue.newBuilder().setKey(name).setValue(value)));
    return request.build();
  }

  private static void answers(ExtAuthzHttpProvider provider, HttpService.Builder service) {
    AuthorizationResponse.Builder response = AuthorizationResponse.newBuilder();
    headers(provider.headersToUpstreamOnAllow()).ifPresent(response::setAllowedUpstreamHeaders);
    headers(provider.headersToDownstreamOnDeny()).ifPresent(response::setAllowedClientHeaders);
    headers(provider.headersToDownstreamOnAllow())
        .ifPresent(response::setAllowedClientHeadersOnSuccess);
    AuthorizationResponse built = response.build();
    if (!built.equals(AuthorizationResponse.getDefaultInstance())) {
      service.setAuthorizationResponse(built);
    }
  }

  private static Optional<ListStringMatcher> headers(List<String> patterns) {
    if (patterns.isEmpty()) {
      return Optional.empty();
    }
    ListStringMatcher.Builder headers = ListStringMatcher.newBuilder();
    patterns.forEach(
        pattern ->
            headers.addPatterns(ValuePatterns.text(pattern).toBuilder().setIgnoreCase(true)));
    return Optional.of(headers.build());
  }
}
