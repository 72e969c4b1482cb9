// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.proto.ConfigSources;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * Names of secrets and where a proxy gets them: its own agent for the mesh identity and for files,
 * the control plane for credentials. Istio document: Secure Gateways.
 */
public final class SdsSecretConfigs {
  /** The cluster of the Istio agent. */
  private static final String AGENT_CLUSTER = "sds-grpc";

  /** The cluster of another SDS server for files, which the proxy's metadata declares. */
  private static final String FILES_CLUSTER = "sds-files-grpc";

  private static final SdsSecretConfig WORKLOAD = mesh("default");
  private static final SdsSecretConfig MESH_ROOT = mesh("ROOTCA");

  private SdsSecretConfigs() {}

  /** Certificate and key of the workload's own identity. */
  public static SdsSecretConfig workload() {
    return WORKLOAD;
  }

  /** The CA certificates of the mesh. */
  public static SdsSecretConfig meshRoot() {
    return MESH_ROOT;
  }

  /** Certificate and key from files on the proxy's host. */
  public static SdsSecretConfig certificateFiles(String certificate, String key, Proxy proxy) {
    return file("file-cert:" + certificate + "~" + key, proxy);
  }

  /** CA certificates from a file on the proxy's host. */
  public static SdsSecretConfig rootFile(String path, Proxy proxy) {
    return file("file-root:" + path, proxy);
  }

  /** A secret that the control plane has, by its resource name. */
  public static SdsSecretConfig controlPlane(String resourceName) {
    return SdsSecretConfig.newBuilder()
        .setName(resourceName)
        .setSdsConfig(ConfigSources.ads())
        .build();
  }

  /** A secret of an SDS server; the initial fetch timeout is Envoy's default. */
  public static SdsSecretConfig server(String name, String cluster, String authority) {
    return SdsSecretConfig.newBuilder()
        .setName(name)
        .setSdsConfig(source(cluster, authority))
        .build();
  }

  private static SdsSecretConfig file(String name, Proxy proxy) {
    return server(
        name,
        ProxyMetadata.text(proxy, "file-credential").filter("true"::equals).isPresent()
            ? FILES_CLUSTER
            : AGENT_CLUSTER,
        "");
  }

  private static SdsSecretConfig mesh(String name) {
    return SdsSecretConfig.newBuilder()
        .setName(name)
        .setSdsConfig(source(AGENT_CLUSTER, "").setInitialFetchTimeout(Durations.ZERO))
        .build();
  }

  private static ConfigSource.Builder source(String cluster, String authority) {
    return ConfigSource.newBuilder()
        .setApiConfigSource(
            ApiConfigSource.newBuilder()
                .setApiType(ApiConfigSource.ApiType.GRPC)
                .setTransportApiVersion(ApiVersion.V3)
                .setSetNodeOnFirstMessageOnly(true)
                .addGrpcServices(
                    GrpcService.newBuilder()
                        .setEnvoyGrpc(
                            GrpcService.EnvoyGrpc.newBuilder()
                                .setClusterName(cluster)
                                .setAuthority(authority))))
        .setResourceApiVersion(ApiVersion.V3);
  }
}
