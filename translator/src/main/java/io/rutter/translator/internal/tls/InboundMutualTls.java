// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.MeshSettings;

/**
 * Mutual TLS of the mesh on a sidecar's inbound side → {@link DownstreamTlsContext}: the workload's
 * identity, client certificates of the mesh's trust domains, TLS 1.2 at least. The negotiated ALPN
 * protocols are those of the inner traffic; Istio's own ALPN names only select the filter chain.
 * The name for metadata exchange between Istio's proxies is not offered, because its filter is not
 * emitted. Istio documents: PeerAuthentication; Global Mesh Options, {@code meshMTLS}.
 */
public final class InboundMutualTls {
  private InboundMutualTls() {}

  /** The context, the same for HTTP and TCP chains. */
  public static DownstreamTlsContext of(ProxyScope scope) {
    CommonTlsContext.Builder common =
        CommonTlsContext.newBuilder()
            .addAllAlpnProtocols(ServerTlsTranslator.HTTP_ALPN)
            .setTlsParams(parameters(scope.settings()));
    ServerCertificates.workload(
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
    return TlsParameters.newBuilder()
        .addAllCipherSuites(MeshCipherSuites.of(settings.meshMtls()))
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
        .collect(toImmutableList());
  }
}
