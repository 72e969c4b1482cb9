// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.virtualservice.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings of the whole mesh (Istio reference: MeshConfig). A field that is present replaces the
 * default whole; defaultConfig and defaultProviders are merged, extensionProviders by name, and
 * trustDomainAliases are united.
 */
@AutoValue
public abstract class MeshConfig {
  MeshConfig() {}

  /** Port that captured outbound traffic arrives at; 0 turns off all listeners. Absent: 15001. */
  public abstract OptionalInt proxyListenPort();

  /** Port that captured inbound traffic arrives at. Absent: 15006. */
  public abstract OptionalInt proxyInboundListenPort();

  /** Port of an extra HTTP proxy listener on 127.0.0.1. Absent or 0: no such listener. */
  public abstract OptionalInt proxyHttpPort();

  /** Time limit for a connection to an endpoint, at least 1 ms. Absent: 10s. */
  public abstract Optional<Duration> connectTimeout();

  /**
   * How long to wait for first bytes when a protocol is detected; at least 1 ms, or 0s for no
   * limit. Absent: 0s.
   */
  public abstract Optional<Duration> protocolDetectionTimeout();

  /**
   * TCP keepalive of all connections to endpoints; destination rules override single fields.
   * Absent: off.
   */
  public abstract Optional<TcpKeepalive> tcpKeepalive();

  /** Ingress class that Kubernetes Ingress objects must name. Absent: {@code istio}. */
  public abstract Optional<String> ingressClass();

  /**
   * Service of the ingress gateway; selects gateway pods when {@code ingressSelector} is absent.
   * Absent: {@code istio-ingressgateway}.
   */
  public abstract Optional<String> ingressService();

  /** Which Kubernetes Ingress objects are translated. Unset: STRICT. */
  public abstract IngressControllerMode ingressControllerMode();

  /**
   * Value of the label {@code istio} of gateway pods that serve Ingress objects. Absent: derived
   * from {@code ingressService}.
   */
  public abstract Optional<String> ingressSelector();

  /**
   * Whether tracing is written to HTTP connection managers when no provider is chosen. Absent:
   * true.
   */
  public abstract Optional<Boolean> enableTracing();

  /**
   * File that all proxies write access logs to, such as {@code /dev/stdout}. Absent: no access log
   * by this way.
   */
  public abstract Optional<String> accessLogFile();

  /**
   * Format of the access log: a text line, or a JSON object with encoding JSON. Absent: the
   * built-in format of Istio.
   */
  public abstract Optional<String> accessLogFormat();

  /** Encoding of the access log. Unset: TEXT. */
  public abstract AccessLogEncoding accessLogEncoding();

  /** Whether access logs also go to the access log service of the bootstrap. Default: false. */
  public abstract boolean enableEnvoyAccessLogService();

  /**
   * Whether the listener access log of connections without a matching chain is left out. Default:
   * false.
   */
  public abstract boolean disableEnvoyListenerLog();

  /**
   * Proxy settings of every proxy that has none of its own; merged over the defaults. Absent:
   * defaults.
   */
  public abstract Optional<ProxyConfig> defaultConfig();

  /** Treatment of unknown destinations by sidecars. Absent: ALLOW_ANY. */
  public abstract Optional<MeshOutboundTrafficPolicy> outboundTrafficPolicy();

  /** Address at which the application gets inbound traffic. Absent: PASSTHROUGH. */
  public abstract Optional<InboundTrafficPolicy> inboundTrafficPolicy();

  /** Whether mutual TLS is used automatically to endpoints that support it. Absent: true. */
  public abstract Optional<Boolean> enableAutoMtls();

  /** Trust domain of workload identities. Absent: {@link MeshDefaults#TRUST_DOMAIN}. */
  public abstract Optional<String> trustDomain();

  /** Further trust domains that are treated as the own one. Empty: none. */
  public abstract ImmutableList<String> trustDomainAliases();

  /** Extra root certificates; their trust domains are accepted from inbound peers. Empty: none. */
  public abstract ImmutableList<MeshCaCertificate> caCertificates();

  /**
   * Visibility of services that name none, in the syntax of {@code exportTo}. Absent: {@code *},
   * all namespaces.
   */
  public abstract ImmutableList<String> defaultServiceExportTo();

  /**
   * Visibility of virtual services that name none, in the syntax of {@code exportTo}. Absent:
   * {@code *}, all namespaces.
   */
  public abstract ImmutableList<String> defaultVirtualServiceExportTo();

  /**
   * Visibility of destination rules that name none; only {@code .} in the list has an effect.
   * Absent: {@code *}, all namespaces.
   */
  public abstract ImmutableList<String> defaultDestinationRuleExportTo();

  /**
   * Namespace whose objects apply to the whole mesh. Absent: {@link MeshDefaults#ROOT_NAMESPACE}.
   */
  public abstract Optional<String> rootNamespace();

  /**
   * Locality load balancing where neither destination rule nor service says otherwise; unused if
   * {@code zoneAwareLbSetting} is present. Absent: enabled, without rules.
   */
  public abstract Optional<LocalityLbSetting> localityLbSetting();

  /** Zone-aware load balancing; wins over {@code localityLbSetting}. Absent: off. */
  public abstract Optional<ZoneAwareLbSetting> zoneAwareLbSetting();

  /** Refresh interval of DNS clusters; a TTL in the answer wins. Absent: 60s. */
  public abstract Optional<Duration> dnsRefreshRate();

  /**
   * Whether connections to declared HTTP ports use HTTP/2; destination rules override. Unset:
   * DO_NOT_UPGRADE.
   */
  public abstract MeshH2UpgradePolicy h2UpgradePolicy();

  /**
   * Pattern of the statistics name of inbound clusters, with variables such as {@code %SERVICE%}
   * and {@code %SERVICE_PORT%}. Absent: the cluster name.
   */
  public abstract Optional<String> inboundClusterStatName();

  /**
   * Pattern of the statistics name of outbound clusters, with variables such as {@code
   * %SERVICE_FQDN%} and {@code %SUBSET_NAME%}. Absent: the cluster name.
   */
  public abstract Optional<String> outboundClusterStatName();

  /** Settings for services by host. Empty: only a few system services are cluster-local. */
  public abstract ImmutableList<ServiceSettings> serviceSettings();

  /**
   * Named providers of logging, tracing and secrets; the same name replaces a built-in one. Absent:
   * {@code prometheus}, {@code stackdriver} and {@code envoy}.
   */
  public abstract ImmutableList<ExtensionProvider> extensionProviders();

  /** Providers in use when no Telemetry object names any. Absent: none. */
  public abstract Optional<DefaultProviders> defaultProviders();

  /** Namespaces that are read; one matching selector is enough. Empty: all namespaces. */
  public abstract ImmutableList<NamespaceSelector> discoverySelectors();

  /** How request paths are normalised before routing. Absent: BASE. */
  public abstract Optional<PathNormalization> pathNormalization();

  /**
   * Retries of outbound routes that have no policy of their own; attempts 0 turns them off. Absent:
   * 2 retries on connection errors and unavailability.
   */
  public abstract Optional<RetryPolicy> defaultHttpRetryPolicy();

  /**
   * Retries of inbound routes, of which attempts, retryOn and backoff count; attempts 0 turns them
   * off. Absent: 2 retries on {@code reset-before-request}.
   */
  public abstract Optional<RetryPolicy> defaultInboundHttpRetryPolicy();

  /**
   * Limits of mutual TLS between workloads; curves are not used. Absent: TLS 1.2 at least, six
   * standard cipher suites.
   */
  public abstract Optional<MeshTls> meshMtls();

  /**
   * Limits of all other TLS; the minimum version only applies to servers. Absent: those of Envoy,
   * at least TLS 1.2.
   */
  public abstract Optional<MeshTls> tlsDefaults();

  /**
   * Baseline of outbound clusters, used block by block where the destination rule sets none.
   * Absent: built-in defaults.
   */
  public abstract Optional<DefaultTrafficPolicy> defaultTrafficPolicy();

  /** Upper limit of the visibility of service entries. Absent: no limit. */
  public abstract Optional<ServiceEntryVisibility> serviceEntryVisibility();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MeshConfig.Builder()
        .ingressControllerMode(IngressControllerMode.STRICT)
        .accessLogEncoding(AccessLogEncoding.TEXT)
        .enableEnvoyAccessLogService(false)
        .disableEnvoyListenerLog(false)
        .trustDomainAliases(ImmutableList.of())
        .caCertificates(ImmutableList.of())
        .defaultServiceExportTo(ImmutableList.of())
        .defaultVirtualServiceExportTo(ImmutableList.of())
        .defaultDestinationRuleExportTo(ImmutableList.of())
        .h2UpgradePolicy(MeshH2UpgradePolicy.DO_NOT_UPGRADE)
        .serviceSettings(ImmutableList.of())
        .extensionProviders(ImmutableList.of())
        .discoverySelectors(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MeshConfig}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshConfig#proxyListenPort()}. */
    public abstract Builder proxyListenPort(int proxyListenPort);

    /** See {@link MeshConfig#proxyListenPort()}; empty clears it. */
    public abstract Builder proxyListenPort(OptionalInt proxyListenPort);

    /** See {@link MeshConfig#proxyInboundListenPort()}. */
    public abstract Builder proxyInboundListenPort(int proxyInboundListenPort);

    /** See {@link MeshConfig#proxyInboundListenPort()}; empty clears it. */
    public abstract Builder proxyInboundListenPort(OptionalInt proxyInboundListenPort);

    /** See {@link MeshConfig#proxyHttpPort()}. */
    public abstract Builder proxyHttpPort(int proxyHttpPort);

    /** See {@link MeshConfig#proxyHttpPort()}; empty clears it. */
    public abstract Builder proxyHttpPort(OptionalInt proxyHttpPort);

    /** See {@link MeshConfig#connectTimeout()}. */
    public abstract Builder connectTimeout(Duration connectTimeout);

    /** See {@link MeshConfig#connectTimeout()}; empty clears it. */
    public abstract Builder connectTimeout(Optional<Duration> connectTimeout);

    /** See {@link MeshConfig#protocolDetectionTimeout()}. */
    public abstract Builder protocolDetectionTimeout(Duration protocolDetectionTimeout);

    /** See {@link MeshConfig#protocolDetectionTimeout()}; empty clears it. */
    public abstract Builder protocolDetectionTimeout(Optional<Duration> protocolDetectionTimeout);

    /** See {@link MeshConfig#tcpKeepalive()}. */
    public abstract Builder tcpKeepalive(TcpKeepalive tcpKeepalive);

    /** See {@link MeshConfig#tcpKeepalive()}; empty clears it. */
    public abstract Builder tcpKeepalive(Optional<TcpKeepalive> tcpKeepalive);

    /** See {@link MeshConfig#ingressClass()}. */
    public abstract Builder ingressClass(String ingressClass);

    /** See {@link MeshConfig#ingressClass()}; empty clears it. */
    public abstract Builder ingressClass(Optional<String> ingressClass);

    /** See {@link MeshConfig#ingressService()}. */
    public abstract Builder ingressService(String ingressService);

    /** See {@link MeshConfig#ingressService()}; empty clears it. */
    public abstract Builder ingressService(Optional<String> ingressService);

    /** See {@link MeshConfig#ingressControllerMode()}. */
    public abstract Builder ingressControllerMode(IngressControllerMode ingressControllerMode);

    /** See {@link MeshConfig#ingressSelector()}. */
    public abstract Builder ingressSelector(String ingressSelector);

    /** See {@link MeshConfig#ingressSelector()}; empty clears it. */
    public abstract Builder ingressSelector(Optional<String> ingressSelector);

    /** See {@link MeshConfig#enableTracing()}. */
    public abstract Builder enableTracing(boolean enableTracing);

    /** See {@link MeshConfig#enableTracing()}; empty clears it. */
    public abstract Builder enableTracing(Optional<Boolean> enableTracing);

    /** See {@link MeshConfig#accessLogFile()}. */
    public abstract Builder accessLogFile(String accessLogFile);

    /** See {@link MeshConfig#accessLogFile()}; empty clears it. */
    public abstract Builder accessLogFile(Optional<String> accessLogFile);

    /** See {@link MeshConfig#accessLogFormat()}. */
    public abstract Builder accessLogFormat(String accessLogFormat);

    /** See {@link MeshConfig#accessLogFormat()}; empty clears it. */
    public abstract Builder accessLogFormat(Optional<String> accessLogFormat);

    /** See {@link MeshConfig#accessLogEncoding()}. */
    public abstract Builder accessLogEncoding(AccessLogEncoding accessLogEncoding);

    /** See {@link MeshConfig#enableEnvoyAccessLogService()}. */
    public abstract Builder enableEnvoyAccessLogService(boolean enableEnvoyAccessLogService);

    /** See {@link MeshConfig#disableEnvoyListenerLog()}. */
    public abstract Builder disableEnvoyListenerLog(boolean disableEnvoyListenerLog);

    /** See {@link MeshConfig#defaultConfig()}. */
    public abstract Builder defaultConfig(ProxyConfig defaultConfig);

    /** See {@link MeshConfig#defaultConfig()}; empty clears it. */
    public abstract Builder defaultConfig(Optional<ProxyConfig> defaultConfig);

    /** See {@link MeshConfig#outboundTrafficPolicy()}. */
    public abstract Builder outboundTrafficPolicy(MeshOutboundTrafficPolicy outboundTrafficPolicy);

    /** See {@link MeshConfig#outboundTrafficPolicy()}; empty clears it. */
    public abstract Builder outboundTrafficPolicy(
        Optional<MeshOutboundTrafficPolicy> outboundTrafficPolicy);

    /** See {@link MeshConfig#inboundTrafficPolicy()}. */
    public abstract Builder inboundTrafficPolicy(InboundTrafficPolicy inboundTrafficPolicy);

    /** See {@link MeshConfig#inboundTrafficPolicy()}; empty clears it. */
    public abstract Builder inboundTrafficPolicy(
        Optional<InboundTrafficPolicy> inboundTrafficPolicy);

    /** See {@link MeshConfig#enableAutoMtls()}. */
    public abstract Builder enableAutoMtls(boolean enableAutoMtls);

    /** See {@link MeshConfig#enableAutoMtls()}; empty clears it. */
    public abstract Builder enableAutoMtls(Optional<Boolean> enableAutoMtls);

    /** See {@link MeshConfig#trustDomain()}. */
    public abstract Builder trustDomain(String trustDomain);

    /** See {@link MeshConfig#trustDomain()}; empty clears it. */
    public abstract Builder trustDomain(Optional<String> trustDomain);

    /** See {@link MeshConfig#trustDomainAliases()}. */
    public abstract Builder trustDomainAliases(List<String> trustDomainAliases);

    /** See {@link MeshConfig#trustDomainAliases()}. */
    public abstract Builder trustDomainAliases(String... trustDomainAliases);

    /** See {@link MeshConfig#caCertificates()}. */
    public abstract Builder caCertificates(List<MeshCaCertificate> caCertificates);

    /** See {@link MeshConfig#caCertificates()}. */
    public abstract Builder caCertificates(MeshCaCertificate... caCertificates);

    /** See {@link MeshConfig#defaultServiceExportTo()}. */
    public abstract Builder defaultServiceExportTo(List<String> defaultServiceExportTo);

    /** See {@link MeshConfig#defaultServiceExportTo()}. */
    public abstract Builder defaultServiceExportTo(String... defaultServiceExportTo);

    /** See {@link MeshConfig#defaultVirtualServiceExportTo()}. */
    public abstract Builder defaultVirtualServiceExportTo(
        List<String> defaultVirtualServiceExportTo);

    /** See {@link MeshConfig#defaultVirtualServiceExportTo()}. */
    public abstract Builder defaultVirtualServiceExportTo(String... defaultVirtualServiceExportTo);

    /** See {@link MeshConfig#defaultDestinationRuleExportTo()}. */
    public abstract Builder defaultDestinationRuleExportTo(
        List<String> defaultDestinationRuleExportTo);

    /** See {@link MeshConfig#defaultDestinationRuleExportTo()}. */
    public abstract Builder defaultDestinationRuleExportTo(
        String... defaultDestinationRuleExportTo);

    /** See {@link MeshConfig#rootNamespace()}. */
    public abstract Builder rootNamespace(String rootNamespace);

    /** See {@link MeshConfig#rootNamespace()}; empty clears it. */
    public abstract Builder rootNamespace(Optional<String> rootNamespace);

    /** See {@link MeshConfig#localityLbSetting()}. */
    public abstract Builder localityLbSetting(LocalityLbSetting localityLbSetting);

    /** See {@link MeshConfig#localityLbSetting()}; empty clears it. */
    public abstract Builder localityLbSetting(Optional<LocalityLbSetting> localityLbSetting);

    /** See {@link MeshConfig#zoneAwareLbSetting()}. */
    public abstract Builder zoneAwareLbSetting(ZoneAwareLbSetting zoneAwareLbSetting);

    /** See {@link MeshConfig#zoneAwareLbSetting()}; empty clears it. */
    public abstract Builder zoneAwareLbSetting(Optional<ZoneAwareLbSetting> zoneAwareLbSetting);

    /** See {@link MeshConfig#dnsRefreshRate()}. */
    public abstract Builder dnsRefreshRate(Duration dnsRefreshRate);

    /** See {@link MeshConfig#dnsRefreshRate()}; empty clears it. */
    public abstract Builder dnsRefreshRate(Optional<Duration> dnsRefreshRate);

    /** See {@link MeshConfig#h2UpgradePolicy()}. */
    public abstract Builder h2UpgradePolicy(MeshH2UpgradePolicy h2UpgradePolicy);

    /** See {@link MeshConfig#inboundClusterStatName()}. */
    public abstract Builder inboundClusterStatName(String inboundClusterStatName);

    /** See {@link MeshConfig#inboundClusterStatName()}; empty clears it. */
    public abstract Builder inboundClusterStatName(Optional<String> inboundClusterStatName);

    /** See {@link MeshConfig#outboundClusterStatName()}. */
    public abstract Builder outboundClusterStatName(String outboundClusterStatName);

    /** See {@link MeshConfig#outboundClusterStatName()}; empty clears it. */
    public abstract Builder outboundClusterStatName(Optional<String> outboundClusterStatName);

    /** See {@link MeshConfig#serviceSettings()}. */
    public abstract Builder serviceSettings(List<ServiceSettings> serviceSettings);

    /** See {@link MeshConfig#serviceSettings()}. */
    public abstract Builder serviceSettings(ServiceSettings... serviceSettings);

    /** See {@link MeshConfig#extensionProviders()}. */
    public abstract Builder extensionProviders(List<ExtensionProvider> extensionProviders);

    /** See {@link MeshConfig#extensionProviders()}. */
    public abstract Builder extensionProviders(ExtensionProvider... extensionProviders);

    /** See {@link MeshConfig#defaultProviders()}. */
    public abstract Builder defaultProviders(DefaultProviders defaultProviders);

    /** See {@link MeshConfig#defaultProviders()}; empty clears it. */
    public abstract Builder defaultProviders(Optional<DefaultProviders> defaultProviders);

    /** See {@link MeshConfig#discoverySelectors()}. */
    public abstract Builder discoverySelectors(List<NamespaceSelector> discoverySelectors);

    /** See {@link MeshConfig#discoverySelectors()}. */
    public abstract Builder discoverySelectors(NamespaceSelector... discoverySelectors);

    /** See {@link MeshConfig#pathNormalization()}. */
    public abstract Builder pathNormalization(PathNormalization pathNormalization);

    /** See {@link MeshConfig#pathNormalization()}; empty clears it. */
    public abstract Builder pathNormalization(Optional<PathNormalization> pathNormalization);

    /** See {@link MeshConfig#defaultHttpRetryPolicy()}. */
    public abstract Builder defaultHttpRetryPolicy(RetryPolicy defaultHttpRetryPolicy);

    /** See {@link MeshConfig#defaultHttpRetryPolicy()}; empty clears it. */
    public abstract Builder defaultHttpRetryPolicy(Optional<RetryPolicy> defaultHttpRetryPolicy);

    /** See {@link MeshConfig#defaultInboundHttpRetryPolicy()}. */
    public abstract Builder defaultInboundHttpRetryPolicy(
        RetryPolicy defaultInboundHttpRetryPolicy);

    /** See {@link MeshConfig#defaultInboundHttpRetryPolicy()}; empty clears it. */
    public abstract Builder defaultInboundHttpRetryPolicy(
        Optional<RetryPolicy> defaultInboundHttpRetryPolicy);

    /** See {@link MeshConfig#meshMtls()}. */
    public abstract Builder meshMtls(MeshTls meshMtls);

    /** See {@link MeshConfig#meshMtls()}; empty clears it. */
    public abstract Builder meshMtls(Optional<MeshTls> meshMtls);

    /** See {@link MeshConfig#tlsDefaults()}. */
    public abstract Builder tlsDefaults(MeshTls tlsDefaults);

    /** See {@link MeshConfig#tlsDefaults()}; empty clears it. */
    public abstract Builder tlsDefaults(Optional<MeshTls> tlsDefaults);

    /** See {@link MeshConfig#defaultTrafficPolicy()}. */
    public abstract Builder defaultTrafficPolicy(DefaultTrafficPolicy defaultTrafficPolicy);

    /** See {@link MeshConfig#defaultTrafficPolicy()}; empty clears it. */
    public abstract Builder defaultTrafficPolicy(
        Optional<DefaultTrafficPolicy> defaultTrafficPolicy);

    /** See {@link MeshConfig#serviceEntryVisibility()}. */
    public abstract Builder serviceEntryVisibility(ServiceEntryVisibility serviceEntryVisibility);

    /** See {@link MeshConfig#serviceEntryVisibility()}; empty clears it. */
    public abstract Builder serviceEntryVisibility(
        Optional<ServiceEntryVisibility> serviceEntryVisibility);

    /** Builds the value. */
    public abstract MeshConfig build();
  }
}
