// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import java.util.Optional;

/**
 * What of a filter chain decides who may call.
 *
 * @param http whether the chain has requests
 * @param any whether there is any such filter
 * @param rules the rules of RBAC filters that have policies, those of dry runs included
 * @param providers the providers of tokens, by name
 * @param clients how the names of client certificates must begin
 */
record AccessFilters(
    boolean http,
    boolean any,
    ImmutableList<RBAC> rules,
    ImmutableList<JwtProvider> providers,
    ImmutableList<String> clients) {

  static AccessFilters of(FilterChain chain) {
    Reader reader = new Reader();
    for (Filter filter : chain.getFiltersList()) {
      reader.add(filter.getTypedConfig());
    }
    return new AccessFilters(
        reader.http,
        reader.any,
        reader.rules.build(),
        reader.providers.build(),
        unpacked(chain.getTransportSocket().getTypedConfig(), DownstreamTlsContext.class)
            .map(AccessFilters::clients)
            .orElse(ImmutableList.of()));
  }

  private static ImmutableList<String> clients(DownstreamTlsContext tls) {
    CommonTlsContext common = tls.getCommonTlsContext();
    CertificateValidationContext validation =
        common.hasCombinedValidationContext()
            ? common.getCombinedValidationContext().getDefaultValidationContext()
            : common.getValidationContext();
    return validation.getMatchTypedSubjectAltNamesList().stream()
        .map(SubjectAltNameMatcher::getMatcher)
        .map(name -> name.hasPrefix() ? name.getPrefix() : name.getExact())
        .collect(ImmutableList.toImmutableList());
  }

  private static <T extends Message> Optional<T> unpacked(Any any, Class<T> type) {
    try {
      return any.is(type) ? Optional.of(any.unpack(type)) : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Reader {
    private final ImmutableList.Builder<RBAC> rules = ImmutableList.builder();
    private final ImmutableList.Builder<JwtProvider> providers = ImmutableList.builder();
    private boolean http;
    private boolean any;

    void add(Any filter) {
      unpacked(filter, HttpConnectionManager.class)
          .ifPresent(
              manager -> {
                http = true;
                manager.getHttpFiltersList().stream()
                    .map(HttpFilter::getTypedConfig)
                    .forEach(this::add);
              });
      unpacked(filter, io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class)
          .ifPresent(rbac -> add(rbac.getRules(), rbac.getShadowRules()));
      unpacked(filter, io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class)
          .ifPresent(rbac -> add(rbac.getRules(), rbac.getShadowRules()));
      unpacked(filter, JwtAuthentication.class)
          .ifPresent(
              tokens -> {
                any = true;
                tokens.getProvidersMap().keySet().stream()
                    .sorted()
                    .map(tokens::getProvidersOrThrow)
                    .forEach(providers::add);
              });
      any |= filter.is(ExtAuthz.class);
    }

    private void add(RBAC real, RBAC shadow) {
      any = true;
      if (real.getPoliciesCount() > 0) {
        rules.add(real);
      }
      if (shadow.getPoliciesCount() > 0) {
        rules.add(shadow);
      }
    }
  }
}
