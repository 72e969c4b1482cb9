// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProxyConfig;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProxyConfig} (Istio: {@code ProxyConfig}). */
public final class ProxyConfigReader {
  private ProxyConfigReader() {}

  /** Reads the fields of the object. */
  public static ProxyConfig read(ObjectNode in) {
    ProxyConfig.Builder proxyConfig = ProxyConfig.builder();
    in.enumValue("interceptionMode", InterceptionMode.class)
        .ifPresent(proxyConfig::interceptionMode);
    in.object("tracing", TracingReader::read).ifPresent(proxyConfig::tracing);
    proxyConfig.proxyMetadata(in.stringMap("proxyMetadata"));
    in.object("gatewayTopology", GatewayTopologyReader::read)
        .ifPresent(proxyConfig::gatewayTopology);
    in.object("proxyHeaders", ProxyHeadersReader::read).ifPresent(proxyConfig::proxyHeaders);
    in.object("connectionSettings", ConnectionSettingsReader::read)
        .ifPresent(proxyConfig::connectionSettings);
    in.string("meshId").ifPresent(proxyConfig::meshId);
    in.int32("statusPort").ifPresent(proxyConfig::statusPort);
    ProxyClusterNameReader.read(in).ifPresent(proxyConfig::clusterName);
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
    return proxyConfig.build();
  }
}
