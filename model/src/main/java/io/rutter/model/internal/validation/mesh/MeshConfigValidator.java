// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.FormatRules;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.TlsParameterRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.internal.validation.destinationrule.ClientTlsValidator;
import io.rutter.model.internal.validation.destinationrule.ConnectionPoolValidator;
import io.rutter.model.internal.validation.destinationrule.LocalityLbSettingValidator;
import io.rutter.model.internal.validation.destinationrule.OutlierDetectionValidator;
import io.rutter.model.internal.validation.destinationrule.TcpKeepaliveValidator;
import io.rutter.model.internal.validation.destinationrule.ZoneAwareLbSettingValidator;
import io.rutter.model.internal.validation.virtualservice.RetryPolicyValidator;
import io.rutter.model.mesh.AccessLogEncoding;
import io.rutter.model.mesh.DefaultTrafficPolicy;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshOutboundTrafficPolicy;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.ServiceSettings;
import java.time.Duration;
import java.util.List;

/**
 * Checks a {@link MeshConfig}: what istiod rejects, and what istiod accepts but Envoy rejects.
 * Istio document: Global Mesh Options.
 */
public final class MeshConfigValidator {
  private static final Duration LONGEST_CONNECT_TIMEOUT = Duration.ofHours(1);

  /** Envoy's exclusive lower bound of {@code dns_refresh_rate}. */
  private static final Duration SHORTEST_DNS_REFRESH = Duration.ofMillis(1);

  private static final int DEFAULT_OUTBOUND_PORT = 15001;
  private static final int DEFAULT_INBOUND_PORT = 15006;

  private MeshConfigValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(MeshConfig mesh, Findings at) {
    checkPorts(mesh, at);
    checkTimes(mesh, at);
    mesh.defaultConfig()
        .ifPresent(config -> ProxyConfigValidator.validate(config, at.at("defaultConfig")));
    mesh.localityLbSetting()
        .ifPresent(
            setting ->
                LocalityLbSettingValidator.validate(setting, true, at.at("localityLbSetting")));
    mesh.zoneAwareLbSetting()
        .ifPresent(
            setting ->
                ZoneAwareLbSettingValidator.validate(setting, true, at.at("zoneAwareLbSetting")));
    checkServiceSettings(mesh.serviceSettings(), at.at("serviceSettings"));
    mesh.trustDomain().ifPresent(domain -> TrustDomainRules.check(domain, at.at("trustDomain")));
    TrustDomainRules.check(mesh.trustDomainAliases(), at.at("trustDomainAliases"));
    for (int i = 0; i < mesh.caCertificates().size(); i++) {
      TrustDomainRules.check(
          mesh.caCertificates().get(i).trustDomains(),
          at.at("caCertificates").at(i).at("trustDomains"));
    }
    mesh.meshMtls().ifPresent(tls -> checkMutualTls(tls, at.at("meshMTLS")));
    mesh.tlsDefaults().ifPresent(tls -> checkTlsDefaults(tls, at.at("tlsDefaults")));
    mesh.outboundTrafficPolicy()
        .flatMap(MeshOutboundTrafficPolicy::tls)
        .ifPresent(
            tls -> ClientTlsValidator.validate(tls, at.at("outboundTrafficPolicy").at("tls")));
    mesh.defaultHttpRetryPolicy()
        .ifPresent(
            policy ->
                RetryPolicyValidator.validateDefault(policy, at.at("defaultHttpRetryPolicy")));
    mesh.defaultInboundHttpRetryPolicy()
        .ifPresent(
            policy ->
                RetryPolicyValidator.validateDefault(
                    policy, at.at("defaultInboundHttpRetryPolicy")));
    mesh.defaultTrafficPolicy()
        .ifPresent(policy -> checkTrafficPolicy(policy, at.at("defaultTrafficPolicy")));
    mesh.tcpKeepalive()
        .ifPresent(keepalive -> TcpKeepaliveValidator.validate(keepalive, at.at("tcpKeepalive")));
    checkAccessLog(mesh, at);
    ExtensionProvidersValidator.validate(mesh.extensionProviders(), at.at("extensionProviders"));
  }

  /** Checks the access log; a JSON format that is not an object is not used and not checked. */
  private static void checkAccessLog(MeshConfig mesh, Findings at) {
    mesh.accessLogFile().ifPresent(file -> AccessLogFileRules.check(file, at.at("accessLogFile")));
    boolean json = mesh.accessLogEncoding() == AccessLogEncoding.JSON;
    mesh.accessLogFormat()
        .filter(format -> !json || format.strip().startsWith("{"))
        .map(format -> json ? format.replace("\\\"", "\"") : format)
        .ifPresent(format -> FormatRules.check(format, at.at("accessLogFormat")));
  }

  private static void checkPorts(MeshConfig mesh, Findings at) {
    ValueRules.checkPort(mesh.proxyListenPort(), at.at("proxyListenPort"));
    ValueRules.checkPort(mesh.proxyInboundListenPort(), at.at("proxyInboundListenPort"));
    int http = mesh.proxyHttpPort().orElse(0);
    if (http < 0 || http > 65535) {
      at.at("proxyHttpPort").invalid("port: " + http + " (expected: 1 to 65535, or 0 for none)");
    }
    int outbound = mesh.proxyListenPort().orElse(DEFAULT_OUTBOUND_PORT);
    if (outbound == mesh.proxyInboundListenPort().orElse(DEFAULT_INBOUND_PORT)) {
      at.conflicting(
          "port " + outbound + " for outbound and inbound traffic (expected: two different ports)");
    }
  }

  private static void checkTimes(MeshConfig mesh, Findings at) {
    mesh.connectTimeout()
        .ifPresent(
            timeout -> {
              ValueRules.checkDuration(timeout, at.at("connectTimeout"));
              if (timeout.compareTo(LONGEST_CONNECT_TIMEOUT) > 0) {
                at.at("connectTimeout")
                    .invalid("duration: " + timeout.toSeconds() + "s (expected: at most 1h)");
              }
            });
    mesh.protocolDetectionTimeout()
        .filter(timeout -> !timeout.isZero())
        .ifPresent(timeout -> ValueRules.checkDuration(timeout, at.at("protocolDetectionTimeout")));
    Duration refresh = mesh.dnsRefreshRate().orElse(Duration.ofMinutes(1));
    if (refresh.compareTo(SHORTEST_DNS_REFRESH) <= 0) {
      at.at("dnsRefreshRate").invalid("duration (expected: more than 1ms)");
    } else {
      ValueRules.checkTimeLimit(refresh, at.at("dnsRefreshRate"));
    }
  }

  private static void checkServiceSettings(List<ServiceSettings> settings, Findings at) {
    for (int i = 0; i < settings.size(); i++) {
      List<String> hosts = settings.get(i).hosts();
      for (int j = 0; j < hosts.size(); j++) {
        if (!NameRules.isWildcardDomain(hosts.get(j))) {
          at.at(i)
              .at("hosts")
              .at(j)
              .invalid(
                  "host: \""
                      + hosts.get(j)
                      + "\" (expected: a domain name such as *.shop.svc.cluster.local)");
        }
      }
    }
  }

  private static void checkMutualTls(MeshTls tls, Findings at) {
    if (!tls.ecdhCurves().isEmpty()) {
      at.at("ecdhCurves").conflicting("ecdhCurves of mutual TLS (expected: none)");
    }
    TlsParameterRules.checkSuites(tls.cipherSuites(), at.at("cipherSuites"));
  }

  private static void checkTlsDefaults(MeshTls tls, Findings at) {
    TlsParameterRules.checkSuites(tls.cipherSuites(), at.at("cipherSuites"));
    TlsParameterRules.checkCurves(tls.ecdhCurves(), at.at("ecdhCurves"));
  }

  private static void checkTrafficPolicy(DefaultTrafficPolicy policy, Findings at) {
    policy
        .connectionPool()
        .ifPresent(pool -> ConnectionPoolValidator.validate(pool, at.at("connectionPool")));
    policy
        .outlierDetection()
        .ifPresent(
            detection -> OutlierDetectionValidator.validate(detection, at.at("outlierDetection")));
  }
}
