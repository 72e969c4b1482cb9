// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.MeshSettings;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Mutual TLS of the mesh at a sidecar's inbound side → {@link DownstreamTlsContext}: the workload's
 * identity, client certificates of the mesh's trust domains, TLS 1.2 at least. The protocols that
 * are negotiated here are the inner ones; the names that clients of the mesh offer in the first
 * place only choose the filter chain. Istio documents: PeerAuthentication; Global Mesh Options,
 * {@code meshMTLS}.
 */
public final class InboundMutualTlsTranslator {
  private static final ImmutableList<String> HTTP_ALPN = ImmutableList.of("h2", "http/1.1");

  private InboundMutualTlsTranslator() {}

  /** The context of chains that read HTTP. */
  public static DownstreamTlsContext http(ProxyScope scope) {
    return context(scope, HTTP_ALPN);
  }

  /** The context of chains that pass bytes on. */
  public static DownstreamTlsContext tcp(ProxyScope scope) {
    return context(scope, ServerTlsTranslator.MESH_TCP_ALPN);
  }

  private static DownstreamTlsContext context(ProxyScope scope, ImmutableList<String> alpn) {
    CommonTlsContext.Builder common =
        CommonTlsContext.newBuilder()
            .addAllAlpnProtocols(alpn)
            .setTlsParams(parameters(scope.settings()));
    ServerCertificateTranslator.workload(
        scope.proxy(),
        ClientValidation.ofNames(
            SubjectAltNameMatchers.trustDomains(trustDomains(scope.settings()))),
        common);
    return DownstreamTlsContext.newBuilder()
        .setCommonTlsContext(common)
        .setRequireClientCertificate(Wrappers.TRUE)
        .build();
  }

  private static TlsParameters parameters(MeshSettings settings) {
    ImmutableList<String> suites =
        settings.meshMtls().map(MeshTls::cipherSuites).orElseGet(ImmutableList::of);
    return TlsParameters.newBuilder()
        .addAllCipherSuites(suites.isEmpty() ? CipherSuites.MESH : suites)
        .setTlsMinimumProtocolVersion(
            MeshTlsVersions.minimum(
                settings
                    .meshMtls()
                    .map(MeshTls::minProtocolVersion)
                    .orElse(MeshTlsVersion.TLS_AUTO)))
        .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_3)
        .build();
  }

  private static ImmutableList<String> trustDomains(MeshSettings settings) {
    return ImmutableSet.<String>builder()
        .add(settings.trustDomain())
        .addAll(settings.trustDomainAliases())
        .addAll(settings.caTrustDomains())
        .build()
        .stream()
        .filter(domain -> !domain.isEmpty())
        .collect(ImmutableList.toImmutableList());
  }
}
