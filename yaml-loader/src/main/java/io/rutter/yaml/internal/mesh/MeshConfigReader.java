// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.AccessLogEncoding;
import io.rutter.model.mesh.IngressControllerMode;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshH2UpgradePolicy;
import io.rutter.yaml.internal.destinationrule.LocalityLbSettingReader;
import io.rutter.yaml.internal.destinationrule.TcpKeepaliveReader;
import io.rutter.yaml.internal.destinationrule.ZoneAwareLbSettingReader;
import io.rutter.yaml.internal.node.ObjectNode;
import io.rutter.yaml.internal.virtualservice.RetryPolicyReader;

/** Reads {@link MeshConfig} (Istio: {@code MeshConfig}). */
public final class MeshConfigReader {
  private MeshConfigReader() {}

  /** Reads the fields of the object. */
  public static MeshConfig read(ObjectNode in) {
    MeshConfig.Builder meshConfig = MeshConfig.builder();
    in.int32Value("proxyListenPort").ifPresent(meshConfig::proxyListenPort);
    in.int32Value("proxyInboundListenPort").ifPresent(meshConfig::proxyInboundListenPort);
    in.int32Value("proxyHttpPort").ifPresent(meshConfig::proxyHttpPort);
    in.duration("connectTimeout").ifPresent(meshConfig::connectTimeout);
    in.duration("protocolDetectionTimeout").ifPresent(meshConfig::protocolDetectionTimeout);
    in.object("tcpKeepalive", TcpKeepaliveReader::read).ifPresent(meshConfig::tcpKeepalive);
    in.stringValue("ingressClass").ifPresent(meshConfig::ingressClass);
    in.string("ingressService").ifPresent(meshConfig::ingressService);
    in.enumValue("ingressControllerMode", IngressControllerMode.class)
        .ifPresent(meshConfig::ingressControllerMode);
    in.string("ingressSelector").ifPresent(meshConfig::ingressSelector);
    in.boolValue("enableTracing").ifPresent(meshConfig::enableTracing);
    in.string("accessLogFile").ifPresent(meshConfig::accessLogFile);
    in.string("accessLogFormat").ifPresent(meshConfig::accessLogFormat);
    in.enumValue("accessLogEncoding", AccessLogEncoding.class)
        .ifPresent(meshConfig::accessLogEncoding);
    meshConfig.enableEnvoyAccessLogService(in.bool("enableEnvoyAccessLogService"));
    meshConfig.disableEnvoyListenerLog(in.bool("disableEnvoyListenerLog"));
    in.object("defaultConfig", ProxyConfigReader::read).ifPresent(meshConfig::defaultConfig);
    in.object("outboundTrafficPolicy", MeshOutboundTrafficPolicyReader::read)
        .ifPresent(meshConfig::outboundTrafficPolicy);
    in.object("inboundTrafficPolicy", InboundTrafficPolicyReader::read)
        .ifPresent(meshConfig::inboundTrafficPolicy);
    in.boolValue("enableAutoMtls").ifPresent(meshConfig::enableAutoMtls);
    in.string("trustDomain").ifPresent(meshConfig::trustDomain);
    meshConfig.trustDomainAliases(in.strings("trustDomainAliases"));
    meshConfig.caCertificates(in.objects("caCertificates", MeshCaCertificateReader::read));
    meshConfig.defaultServiceExportTo(in.strings("defaultServiceExportTo"));
    meshConfig.defaultVirtualServiceExportTo(in.strings("defaultVirtualServiceExportTo"));
    meshConfig.defaultDestinationRuleExportTo(in.strings("defaultDestinationRuleExportTo"));
    in.string("rootNamespace").ifPresent(meshConfig::rootNamespace);
    in.object("localityLbSetting", LocalityLbSettingReader::read)
        .ifPresent(meshConfig::localityLbSetting);
    in.object("zoneAwareLbSetting", ZoneAwareLbSettingReader::read)
        .ifPresent(meshConfig::zoneAwareLbSetting);
    in.duration("dnsRefreshRate").ifPresent(meshConfig::dnsRefreshRate);
    in.enumValue("h2UpgradePolicy", MeshH2UpgradePolicy.class)
        .ifPresent(meshConfig::h2UpgradePolicy);
    in.string("inboundClusterStatName").ifPresent(meshConfig::inboundClusterStatName);
    in.string("outboundClusterStatName").ifPresent(meshConfig::outboundClusterStatName);
    meshConfig.serviceSettings(in.objects("serviceSettings", ServiceSettingsReader::read));
    meshConfig.extensionProviders(in.objects("extensionProviders", ExtensionProviderReader::read));
    in.object("defaultProviders", DefaultProvidersReader::read)
        .ifPresent(meshConfig::defaultProviders);
    meshConfig.discoverySelectors(in.objects("discoverySelectors", NamespaceSelectorReader::read));
    in.ignore("all namespaces of the input take part", "discoverySelectors");
    in.object("pathNormalization", PathNormalizationReader::read)
        .ifPresent(meshConfig::pathNormalization);
    in.object("defaultHttpRetryPolicy", RetryPolicyReader::read)
        .ifPresent(meshConfig::defaultHttpRetryPolicy);
    in.object("defaultInboundHttpRetryPolicy", RetryPolicyReader::read)
        .ifPresent(meshConfig::defaultInboundHttpRetryPolicy);
    in.object("meshMTLS", MeshTlsReader::read).ifPresent(meshConfig::meshMtls);
    in.object("tlsDefaults", MeshTlsReader::read).ifPresent(meshConfig::tlsDefaults);
    in.object("defaultTrafficPolicy", DefaultTrafficPolicyReader::read)
        .ifPresent(meshConfig::defaultTrafficPolicy);
    in.object("serviceEntryVisibility", ServiceEntryVisibilityReader::read)
        .ifPresent(meshConfig::serviceEntryVisibility);
    in.ignore("ambient mode only", "hboneIdleTimeout", "serviceScopeConfigs");
    in.ignore(
        "control plane set-up and certificate issuance; no resource of the output depends on it",
        "configSources",
        "ca",
        "certificates",
        "verifyCertificateAtClient");
    in.ignore("read at injection and by the agent of the proxy", "enablePrometheusMerge");
    return meshConfig.build();
  }
}
