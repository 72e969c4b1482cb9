// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.AccessLogEncoding;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.DefaultTrafficPolicy;
import io.rutter.model.mesh.InboundTrafficPolicy;
import io.rutter.model.mesh.InboundTrafficPolicyMode;
import io.rutter.model.mesh.IngressControllerMode;
import io.rutter.model.mesh.MeshCaCertificate;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshH2UpgradePolicy;
import io.rutter.model.mesh.MeshOutboundTrafficPolicy;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import io.rutter.model.mesh.OutboundTrafficPolicyMode;
import io.rutter.model.mesh.PathNormalization;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.model.mesh.ServiceSettingValues;
import io.rutter.model.mesh.ServiceSettings;
import io.rutter.yaml.internal.destinationrule.ConnectionPoolReader;
import io.rutter.yaml.internal.destinationrule.DestinationRuleReader;
import io.rutter.yaml.internal.destinationrule.LocalityReader;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.virtualservice.HttpRouteReader;

/** Reads {@link MeshConfig}. */
public final class MeshConfigReader {
  private MeshConfigReader() {}

  public static MeshConfig meshConfig(ObjectNode in) {
    MeshConfig.Builder config = MeshConfig.builder();
    in.int32Value("proxyListenPort").ifPresent(config::proxyListenPort);
    in.int32Value("proxyInboundListenPort").ifPresent(config::proxyInboundListenPort);
    in.int32Value("proxyHttpPort").ifPresent(config::proxyHttpPort);
    in.duration("connectTimeout").ifPresent(config::connectTimeout);
    in.duration("protocolDetectionTimeout").ifPresent(config::protocolDetectionTimeout);
    in.object("tcpKeepalive", ConnectionPoolReader::tcpKeepalive).ifPresent(config::tcpKeepalive);
    in.stringValue("ingressClass").ifPresent(config::ingressClass);
    in.string("ingressService").ifPresent(config::ingressService);
    in.enumValue("ingressControllerMode", IngressControllerMode.class)
        .ifPresent(config::ingressControllerMode);
    in.string("ingressSelector").ifPresent(config::ingressSelector);
    in.boolValue("enableTracing").ifPresent(config::enableTracing);
    in.string("accessLogFile").ifPresent(config::accessLogFile);
    in.string("accessLogFormat").ifPresent(config::accessLogFormat);
    in.enumValue("accessLogEncoding", AccessLogEncoding.class).ifPresent(config::accessLogEncoding);
    config.enableEnvoyAccessLogService(in.bool("enableEnvoyAccessLogService"));
    config.disableEnvoyListenerLog(in.bool("disableEnvoyListenerLog"));
    in.object("defaultConfig", ProxyConfigReader::proxyConfig).ifPresent(config::defaultConfig);
    in.object("outboundTrafficPolicy", MeshConfigReader::meshOutboundTrafficPolicy)
        .ifPresent(config::outboundTrafficPolicy);
    in.object("inboundTrafficPolicy", MeshConfigReader::inboundTrafficPolicy)
        .ifPresent(config::inboundTrafficPolicy);
    in.boolValue("enableAutoMtls").ifPresent(config::enableAutoMtls);
    in.string("trustDomain").ifPresent(config::trustDomain);
    config.trustDomainAliases(in.strings("trustDomainAliases"));
    config.caCertificates(in.objects("caCertificates", MeshConfigReader::meshCaCertificate));
    config.defaultServiceExportTo(in.strings("defaultServiceExportTo"));
    config.defaultVirtualServiceExportTo(in.strings("defaultVirtualServiceExportTo"));
    config.defaultDestinationRuleExportTo(in.strings("defaultDestinationRuleExportTo"));
    in.string("rootNamespace").ifPresent(config::rootNamespace);
    in.object("localityLbSetting", LocalityReader::localityLbSetting)
        .ifPresent(config::localityLbSetting);
    in.object("zoneAwareLbSetting", LocalityReader::zoneAwareLbSetting)
        .ifPresent(config::zoneAwareLbSetting);
    in.duration("dnsRefreshRate").ifPresent(config::dnsRefreshRate);
    in.enumValue("h2UpgradePolicy", MeshH2UpgradePolicy.class).ifPresent(config::h2UpgradePolicy);
    in.string("inboundClusterStatName").ifPresent(config::inboundClusterStatName);
    in.string("outboundClusterStatName").ifPresent(config::outboundClusterStatName);
    config.serviceSettings(in.objects("serviceSettings", MeshConfigReader::serviceSettings));
    config.extensionProviders(
        in.objects("extensionProviders", ExtensionProviderReader::extensionProvider));
    in.object("defaultProviders", MeshConfigReader::defaultProviders)
        .ifPresent(config::defaultProviders);
    config.discoverySelectors(
        in.objects("discoverySelectors", VisibilityReader::namespaceSelector));
    in.ignore("all namespaces of the input take part", "discoverySelectors");
    in.object("pathNormalization", MeshConfigReader::pathNormalization)
        .ifPresent(config::pathNormalization);
    in.object("defaultHttpRetryPolicy", HttpRouteReader::retryPolicy)
        .ifPresent(config::defaultHttpRetryPolicy);
    in.object("defaultInboundHttpRetryPolicy", HttpRouteReader::retryPolicy)
        .ifPresent(config::defaultInboundHttpRetryPolicy);
    in.object("meshMTLS", MeshConfigReader::meshTls).ifPresent(config::meshMtls);
    in.object("tlsDefaults", MeshConfigReader::meshTls).ifPresent(config::tlsDefaults);
    in.object("defaultTrafficPolicy", MeshConfigReader::defaultTrafficPolicy)
        .ifPresent(config::defaultTrafficPolicy);
    in.object("serviceEntryVisibility", VisibilityReader::serviceEntryVisibility)
        .ifPresent(config::serviceEntryVisibility);
    in.ignore("ambient mode only", "hboneIdleTimeout", "serviceScopeConfigs");
    in.ignore(
        "control plane set-up and certificate issuance; no resource of the output depends on it",
        "configSources",
        "ca",
        "certificates",
        "verifyCertificateAtClient");
    in.ignore("read at injection and by the agent of the proxy", "enablePrometheusMerge");
    return config.build();
  }

  /** Istio: {@code MeshConfig.OutboundTrafficPolicy}. */
  private static MeshOutboundTrafficPolicy meshOutboundTrafficPolicy(ObjectNode in) {
    MeshOutboundTrafficPolicy.Builder policy = MeshOutboundTrafficPolicy.builder();
    in.enumValue("mode", OutboundTrafficPolicyMode.class).ifPresent(policy::mode);
    in.object("tls", DestinationRuleReader::clientTls).ifPresent(policy::tls);
    return policy.build();
  }

  private static InboundTrafficPolicy inboundTrafficPolicy(ObjectNode in) {
    InboundTrafficPolicy.Builder policy = InboundTrafficPolicy.builder();
    in.enumValue("mode", InboundTrafficPolicyMode.class).ifPresent(policy::mode);
    return policy.build();
  }

  /** Istio: {@code MeshConfig.CertificateData}. */
  private static MeshCaCertificate meshCaCertificate(ObjectNode in) {
    MeshCaCertificate.Builder certificate = MeshCaCertificate.builder();
    certificate.trustDomains(in.strings("trustDomains"));
    in.ignore(
        "certificate contents reach proxies as secrets, not in these resources",
        "pem",
        "spiffeBundleUrl",
        "certSigners");
    return certificate.build();
  }

  private static ServiceSettings serviceSettings(ObjectNode in) {
    ServiceSettings.Builder settings = ServiceSettings.builder();
    in.object("settings", MeshConfigReader::serviceSettingValues).ifPresent(settings::settings);
    settings.hosts(in.strings("hosts"));
    return settings.build();
  }

  /** Istio: {@code MeshConfig.ServiceSettings.Settings}. */
  private static ServiceSettingValues serviceSettingValues(ObjectNode in) {
    return ServiceSettingValues.builder().clusterLocal(in.bool("clusterLocal")).build();
  }

  private static DefaultProviders defaultProviders(ObjectNode in) {
    return DefaultProviders.builder()
        .tracing(in.strings("tracing"))
        .metrics(in.strings("metrics"))
        .accessLogging(in.strings("accessLogging"))
        .build();
  }

  /** Istio: {@code MeshConfig.ProxyPathNormalization}. */
  private static PathNormalization pathNormalization(ObjectNode in) {
    PathNormalization.Builder normalization = PathNormalization.builder();
    in.enumValue("normalization", PathNormalizationType.class)
        .ifPresent(normalization::normalization);
    return normalization.build();
  }

  /** Istio: {@code MeshConfig.TLSConfig}. */
  private static MeshTls meshTls(ObjectNode in) {
    MeshTls.Builder tls = MeshTls.builder();
    in.enumValue("minProtocolVersion", MeshTlsVersion.class).ifPresent(tls::minProtocolVersion);
    tls.ecdhCurves(in.strings("ecdhCurves"));
    tls.cipherSuites(in.strings("cipherSuites"));
    return tls.build();
  }

  private static DefaultTrafficPolicy defaultTrafficPolicy(ObjectNode in) {
    DefaultTrafficPolicy.Builder policy = DefaultTrafficPolicy.builder();
    in.object("connectionPool", ConnectionPoolReader::connectionPool)
        .ifPresent(policy::connectionPool);
    in.object("outlierDetection", DestinationRuleReader::outlierDetection)
        .ifPresent(policy::outlierDetection);
    return policy.build();
  }
}
