// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.tls.CredentialSecrets;

/**
 * The {@link Cluster} of an SDS server on a Unix socket beside the proxy, for proxies that declare
 * one (node metadata {@code credential}). Istio document: Secure Gateways, external SDS.
 */
final class SecretServerAssembler {
  /** Where Istio's proxy images expect the socket, relative to Envoy's working directory. */
  private static final String SOCKET = "./var/run/secrets/credential-uds/socket";

  private SecretServerAssembler() {}

  /** The cluster. */
  static Cluster assemble(MeshSettings settings) {
    HttpProtocolOptions http2 =
        HttpProtocolOptions.newBuilder()
            .setExplicitHttpConfig(
                HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                    .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance()))
            .build();
    return Cluster.newBuilder()
        .setName(CredentialSecrets.EXTERNAL_CLUSTER)
        .setAltStatName(StatNames.delimited(CredentialSecrets.EXTERNAL_CLUSTER))
        .setType(Cluster.DiscoveryType.STATIC)
        .setConnectTimeout(Durations.of(settings.connectTimeout()))
        .setLoadAssignment(
            ClusterLoadAssignment.newBuilder()
                .setClusterName(CredentialSecrets.EXTERNAL_CLUSTER)
                .addEndpoints(LocalityLbEndpoints.newBuilder().addLbEndpoints(socket())))
        .putTypedExtensionProtocolOptions(
            HttpProtocolOptionsTranslator.EXTENSION, HttpProtocolOptionsTranslator.pack(http2))
        .build();
  }

  private static LbEndpoint.Builder socket() {
    return LbEndpoint.newBuilder()
        .setEndpoint(
            Endpoint.newBuilder()
                .setAddress(Address.newBuilder().setPipe(Pipe.newBuilder().setPath(SOCKET))));
  }
}
