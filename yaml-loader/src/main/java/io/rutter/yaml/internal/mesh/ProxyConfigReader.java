// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.proxyconfig.ForwardClientCertDetails;
import io.rutter.model.mesh.proxyconfig.GatewayTopology;
import io.rutter.model.mesh.proxyconfig.ProxyClusterName;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.mesh.proxyconfig.ProxyProtocolConfiguration;
import io.rutter.model.mesh.proxyconfig.TracingServiceName;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link ProxyConfig}. */
public final class ProxyConfigReader {
  private ProxyConfigReader() {}

  public static ProxyConfig proxyConfig(ObjectNode in) {
    ProxyConfig.Builder config = ProxyConfig.builder();
    in.enumValue("interceptionMode", InterceptionMode.class).ifPresent(config::interceptionMode);
    in.object("tracing", TracingReader::tracing).ifPresent(config::tracing);
    config.proxyMetadata(in.stringMap("proxyMetadata"));
    in.object("gatewayTopology", ProxyConfigReader::gatewayTopology)
        .ifPresent(config::gatewayTopology);
    in.object("proxyHeaders", ProxyHeadersReader::proxyHeaders).ifPresent(config::proxyHeaders);
    in.object("connectionSettings", ConnectionSettingsReader::connectionSettings)
        .ifPresent(config::connectionSettings);
    in.string("meshId").ifPresent(config::meshId);
    in.int32("statusPort").ifPresent(config::statusPort);
    proxyClusterName(in).ifPresent(config::clusterName);
    in.ignore(
        "start of the proxy process and its bootstrap",
        "configPath",
        "binaryPath",
        "discoveryAddress",
        "discoveryRefreshDelay",
        "proxyAdminPort",
        "controlPlaneAuthPolicy",
        "customConfigFile",
        "concurrency",
        "proxyBootstrapTemplatePath",
        "runtimeValues",
        "statNameLength");
    in.ignore(
        "statistics, logging and tracing set-up in the bootstrap",
        "statsdUdpAddress",
        "envoyMetricsServiceAddress",
        "envoyMetricsService",
        "envoyAccessLogService",
        "zipkinAddress",
        "extraStatTags",
        "proxyStatsMatcher",
        "statsCompression",
        "fileFlushInterval",
        "fileFlushMinSizeKb");
    in.ignore(
        "life cycle and injection of the pod",
        "drainDuration",
        "terminationDrainDuration",
        "readinessProbe",
        "holdApplicationUntilProxyStarts",
        "image",
        "availabilityZone");
    in.ignore(
        "certificates, which reach proxies as secrets",
        "caCertificatesPem",
        "sds",
        "privateKeyProvider");
    return config.build();
  }

  /** Istio: {@code Topology}. */
  private static GatewayTopology gatewayTopology(ObjectNode in) {
    GatewayTopology.Builder topology = GatewayTopology.builder();
    in.uint32("numTrustedProxies").ifPresent(topology::numTrustedProxies);
    in.enumValue("forwardClientCertDetails", ForwardClientCertDetails.class)
        .ifPresent(topology::forwardClientCertDetails);
    in.object("proxyProtocol", unused -> ProxyProtocolConfiguration.builder().build())
        .ifPresent(topology::proxyProtocol);
    return topology.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<ProxyClusterName> proxyClusterName(ObjectNode in) {
    return in.oneOf("serviceCluster", "tracingServiceName")
        .flatMap(
            field ->
                switch (field) {
                  case "serviceCluster" ->
                      in.stringValue("serviceCluster").map(ProxyClusterName.Fixed::new);
                  default ->
                      in.enumValue("tracingServiceName", TracingServiceName.class)
                          .map(ProxyClusterName.Derived::new);
                });
  }
}
