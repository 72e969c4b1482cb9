// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.model.mesh.AccessLogEncoding;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.DefaultTrafficPolicy;
import io.rutter.model.mesh.InboundTrafficPolicy;
import io.rutter.model.mesh.InboundTrafficPolicyMode;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.MeshH2UpgradePolicy;
import io.rutter.model.mesh.MeshOutboundTrafficPolicy;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.OutboundTrafficPolicyMode;
import io.rutter.model.mesh.PathNormalization;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.virtualservice.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The mesh's settings with Istio's defaults where the MeshConfig has none. A field that is present
 * replaces its default entirely. Istio document: Global Mesh Options.
 *
 * @param config the settings as written; fields without an accessor here have no default
 */
public record MeshSettings(MeshConfig config) {
  private static final LocalityLbSetting LOCALITY_ENABLED =
      LocalityLbSetting.builder().enabled(true).build();

  /** The configuration with defaults. */
  public static MeshSettings of(MeshConfig config) {
    return new MeshSettings(config);
  }

  /** {@code rootNamespace}, default {@link MeshDefaults#ROOT_NAMESPACE}. */
  public String rootNamespace() {
    return MeshDefaults.rootNamespace(config);
  }

  /** Domain of Kubernetes services. It is a setting of istiod itself and not of the mesh. */
  public String domainSuffix() {
    return MeshDefaults.DOMAIN_SUFFIX;
  }

  /**
   * Cluster that configuration objects belong to. It is a setting of istiod itself and not of the
   * mesh.
   */
  public String clusterId() {
    return MeshDefaults.CLUSTER_ID;
  }

  /** {@code proxyListenPort}, default 15001; 0 turns off all listeners. */
  public int proxyListenPort() {
    return config.proxyListenPort().orElse(15001);
  }

  /** {@code proxyInboundListenPort}, default 15006. */
  public int proxyInboundListenPort() {
    return config.proxyInboundListenPort().orElse(15006);
  }

  /** {@code proxyHttpPort}, default 0: no listener. */
  public int proxyHttpPort() {
    return config.proxyHttpPort().orElse(0);
  }

  /** {@code connectTimeout}, default 10s. */
  public Duration connectTimeout() {
    return config.connectTimeout().orElse(Duration.ofSeconds(10));
  }

  /** {@code protocolDetectionTimeout}, default 0s: no limit. */
  public Duration protocolDetectionTimeout() {
    return config.protocolDetectionTimeout().orElse(Duration.ZERO);
  }

  /** {@code dnsRefreshRate}, default 60s. */
  public Duration dnsRefreshRate() {
    return config.dnsRefreshRate().orElse(Duration.ofSeconds(60));
  }

  /** {@code tcpKeepalive}, no default. */
  public Optional<TcpKeepalive> tcpKeepalive() {
    return config.tcpKeepalive();
  }

  /** {@code enableAutoMtls}, default true. */
  public boolean autoMtls() {
    return config.enableAutoMtls().orElse(true);
  }

  /** {@code trustDomain}, default {@link MeshDefaults#TRUST_DOMAIN}. */
  public String trustDomain() {
    return MeshDefaults.trustDomain(config);
  }

  /** {@code trustDomainAliases}, sorted and without repeats. */
  public ImmutableList<String> trustDomainAliases() {
    return ImmutableSortedSet.copyOf(config.trustDomainAliases()).asList();
  }

  /** Trust domains of {@code caCertificates}, in their order and without repeats. */
  public ImmutableSet<String> caTrustDomains() {
    return config.caCertificates().stream()
        .flatMap(certificate -> certificate.trustDomains().stream())
        .collect(toImmutableSet());
  }

  /** {@code outboundTrafficPolicy}, default ALLOW_ANY. */
  public MeshOutboundTrafficPolicy outboundTrafficPolicy() {
    return config
        .outboundTrafficPolicy()
        .orElseGet(
            () ->
                MeshOutboundTrafficPolicy.builder()
                    .mode(OutboundTrafficPolicyMode.ALLOW_ANY)
                    .build());
  }

  /** {@code inboundTrafficPolicy.mode}, default PASSTHROUGH. */
  public InboundTrafficPolicyMode inboundTrafficPolicyMode() {
    return config
        .inboundTrafficPolicy()
        .map(InboundTrafficPolicy::mode)
        .orElse(InboundTrafficPolicyMode.PASSTHROUGH);
  }

  /** {@code defaultServiceExportTo}, default everywhere. */
  public ImmutableSet<String> defaultServiceExportTo() {
    return exportTo(config.defaultServiceExportTo());
  }

  /** {@code defaultVirtualServiceExportTo}, default everywhere. */
  public ImmutableSet<String> defaultVirtualServiceExportTo() {
    return exportTo(config.defaultVirtualServiceExportTo());
  }

  /** {@code defaultDestinationRuleExportTo}, default everywhere. */
  public ImmutableSet<String> defaultDestinationRuleExportTo() {
    return exportTo(config.defaultDestinationRuleExportTo());
  }

  private static ImmutableSet<String> exportTo(ImmutableList<String> declared) {
    return declared.isEmpty() ? ImmutableSet.of("*") : ImmutableSet.copyOf(declared);
  }

  /** {@code localityLbSetting}, default enabled without rules. */
  public LocalityLbSetting localityLbSetting() {
    return config.localityLbSetting().orElse(LOCALITY_ENABLED);
  }

  /** {@code zoneAwareLbSetting}, no default; it takes precedence over the locality setting. */
  public Optional<ZoneAwareLbSetting> zoneAwareLbSetting() {
    return config.zoneAwareLbSetting();
  }

  /** {@code h2UpgradePolicy}, default DO_NOT_UPGRADE. */
  public MeshH2UpgradePolicy h2UpgradePolicy() {
    return config.h2UpgradePolicy();
  }

  /** {@code inboundClusterStatName}; no default: the cluster name is used. */
  public Optional<String> inboundClusterStatName() {
    return config.inboundClusterStatName().filter(pattern -> !pattern.isEmpty());
  }

  /** {@code outboundClusterStatName}; no default: the cluster name is used. */
  public Optional<String> outboundClusterStatName() {
    return config.outboundClusterStatName().filter(pattern -> !pattern.isEmpty());
  }

  /** {@code pathNormalization.normalization}; default BASE, and DEFAULT is BASE too. */
  public PathNormalizationType pathNormalization() {
    return config
        .pathNormalization()
        .map(PathNormalization::normalization)
        .filter(type -> type != PathNormalizationType.DEFAULT)
        .orElse(PathNormalizationType.BASE);
  }

  /** {@code defaultHttpRetryPolicy}; no default here, routes have a built-in one. */
  public Optional<RetryPolicy> defaultHttpRetryPolicy() {
    return config.defaultHttpRetryPolicy();
  }

  /** {@code defaultInboundHttpRetryPolicy}; no default here, inbound routes have a built-in one. */
  public Optional<RetryPolicy> defaultInboundHttpRetryPolicy() {
    return config.defaultInboundHttpRetryPolicy();
  }

  /** {@code meshMTLS}, no default. */
  public Optional<MeshTls> meshMtls() {
    return config.meshMtls();
  }

  /** {@code tlsDefaults}, no default. */
  public Optional<MeshTls> tlsDefaults() {
    return config.tlsDefaults();
  }

  /** {@code defaultTrafficPolicy.connectionPool}, no default. */
  public Optional<ConnectionPool> defaultConnectionPool() {
    return config.defaultTrafficPolicy().flatMap(DefaultTrafficPolicy::connectionPool);
  }

  /** {@code defaultTrafficPolicy.outlierDetection}, no default. */
  public Optional<OutlierDetection> defaultOutlierDetection() {
    return config.defaultTrafficPolicy().flatMap(DefaultTrafficPolicy::outlierDetection);
  }

  /** {@code enableTracing}, default true. */
  public boolean enableTracing() {
    return config.enableTracing().orElse(true);
  }

  /** {@code accessLogFile}; absent or empty: no access log file. */
  public Optional<String> accessLogFile() {
    return config.accessLogFile().filter(file -> !file.isEmpty());
  }

  /** {@code accessLogFormat}; absent or empty: the built-in format. */
  public Optional<String> accessLogFormat() {
    return config.accessLogFormat().filter(format -> !format.isEmpty());
  }

  /** {@code accessLogEncoding}, default TEXT. */
  public AccessLogEncoding accessLogEncoding() {
    return config.accessLogEncoding();
  }

  /** {@code enableEnvoyAccessLogService}, default false. */
  public boolean enableEnvoyAccessLogService() {
    return config.enableEnvoyAccessLogService();
  }

  /** {@code disableEnvoyListenerLog}, default false. */
  public boolean disableEnvoyListenerLog() {
    return config.disableEnvoyListenerLog();
  }

  /** {@code defaultProviders}, default none of any kind. */
  public DefaultProviders defaultProviders() {
    return config.defaultProviders().orElseGet(() -> DefaultProviders.builder().build());
  }

  /** {@code defaultConfig}, default a ProxyConfig with nothing set. */
  public ProxyConfig proxyConfig() {
    return config.defaultConfig().orElseGet(() -> ProxyConfig.builder().build());
  }
}
