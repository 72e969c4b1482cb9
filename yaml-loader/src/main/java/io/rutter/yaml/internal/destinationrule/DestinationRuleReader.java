// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.ProxyProtocol;
import io.rutter.model.destinationrule.ProxyProtocolVersion;
import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.destinationrule.Tunnel;
import io.rutter.model.destinationrule.TunnelMethod;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@link DestinationRule} and its traffic policies. */
public final class DestinationRuleReader {
  private DestinationRuleReader() {}

  /** Reads the spec. */
  public static DestinationRule destinationRule(ObjectMeta metadata, ObjectNode in) {
    DestinationRule.Builder rule = DestinationRule.builder().metadata(metadata);
    rule.host(in.requiredString("host"));
    in.object("trafficPolicy", DestinationRuleReader::trafficPolicy).ifPresent(rule::trafficPolicy);
    rule.subsets(in.objects("subsets", DestinationRuleReader::subset));
    rule.exportTo(in.strings("exportTo"));
    in.object("workloadSelector", ValueReader::workloadSelector).ifPresent(rule::workloadSelector);
    return rule.build();
  }

  private static Subset subset(ObjectNode in) {
    Subset.Builder subset = Subset.builder();
    subset.name(in.requiredString("name"));
    subset.labels(in.stringMap("labels"));
    in.object("trafficPolicy", DestinationRuleReader::trafficPolicy)
        .ifPresent(subset::trafficPolicy);
    return subset.build();
  }

  private static TrafficPolicy trafficPolicy(ObjectNode in) {
    TrafficPolicy.Builder policy = TrafficPolicy.builder();
    in.object("loadBalancer", LoadBalancerReader::loadBalancer).ifPresent(policy::loadBalancer);
    in.object("connectionPool", ConnectionPoolReader::connectionPool)
        .ifPresent(policy::connectionPool);
    in.object("outlierDetection", DestinationRuleReader::outlierDetection)
        .ifPresent(policy::outlierDetection);
    in.object("tls", DestinationRuleReader::clientTls).ifPresent(policy::tls);
    policy.portLevelSettings(
        in.objects("portLevelSettings", DestinationRuleReader::portTrafficPolicy));
    in.object("tunnel", DestinationRuleReader::tunnel).ifPresent(policy::tunnel);
    in.object("proxyProtocol", DestinationRuleReader::proxyProtocol)
        .ifPresent(policy::proxyProtocol);
    in.object("retryBudget", DestinationRuleReader::retryBudget).ifPresent(policy::retryBudget);
    return policy.build();
  }

  public static OutlierDetection outlierDetection(ObjectNode in) {
    OutlierDetection.Builder detection = OutlierDetection.builder();
    detection.splitExternalLocalOriginErrors(in.bool("splitExternalLocalOriginErrors"));
    in.uint32Value("consecutiveLocalOriginFailures")
        .ifPresent(detection::consecutiveLocalOriginFailures);
    in.uint32Value("consecutiveGatewayErrors").ifPresent(detection::consecutiveGatewayErrors);
    in.uint32Value("consecutive5xxErrors").ifPresent(detection::consecutive5xxErrors);
    in.duration("interval").ifPresent(detection::interval);
    in.duration("baseEjectionTime").ifPresent(detection::baseEjectionTime);
    in.int32("maxEjectionPercent").ifPresent(detection::maxEjectionPercent);
    in.int32("minHealthPercent").ifPresent(detection::minHealthPercent);
    detection.outlierDetectionHttpErrorCodes(in.integers("outlierDetectionHttpErrorCodes"));
    in.int32("consecutiveErrors")
        .ifPresent(
            unused ->
                in.ignore(
                    "deprecated; istiod warns and uses it for nothing, consecutiveGatewayErrors and consecutive5xxErrors took its place",
                    "consecutiveErrors"));
    return detection.build();
  }

  /** Istio: {@code ClientTLSSettings}. */
  public static ClientTls clientTls(ObjectNode in) {
    ClientTls.Builder tls = ClientTls.builder();
    in.enumValue("mode", ClientTlsMode.class).ifPresent(tls::mode);
    in.string("clientCertificate").ifPresent(tls::clientCertificate);
    in.string("privateKey").ifPresent(tls::privateKey);
    in.string("caCertificates").ifPresent(tls::caCertificates);
    in.string("credentialName").ifPresent(tls::credentialName);
    tls.subjectAltNames(in.strings("subjectAltNames"));
    in.string("sni").ifPresent(tls::sni);
    in.boolValue("insecureSkipVerify").ifPresent(tls::insecureSkipVerify);
    in.string("caCrl").ifPresent(tls::caCrl);
    return tls.build();
  }

  private static PortTrafficPolicy portTrafficPolicy(ObjectNode in) {
    PortTrafficPolicy.Builder policy = PortTrafficPolicy.builder();
    in.portSelector("port").ifPresent(policy::port);
    in.object("loadBalancer", LoadBalancerReader::loadBalancer).ifPresent(policy::loadBalancer);
    in.object("connectionPool", ConnectionPoolReader::connectionPool)
        .ifPresent(policy::connectionPool);
    in.object("outlierDetection", DestinationRuleReader::outlierDetection)
        .ifPresent(policy::outlierDetection);
    in.object("tls", DestinationRuleReader::clientTls).ifPresent(policy::tls);
    return policy.build();
  }

  /** Istio: {@code TrafficPolicy.TunnelSettings}. */
  private static Tunnel tunnel(ObjectNode in) {
    Tunnel.Builder tunnel = Tunnel.builder();
    in.named("protocol", DestinationRuleReader::tunnelMethod, "CONNECT or POST")
        .ifPresent(tunnel::protocol);
    tunnel.targetHost(in.requiredString("targetHost"));
    in.port("targetPort").ifPresent(tunnel::targetPort);
    return tunnel.build();
  }

  private static Optional<TunnelMethod> tunnelMethod(String name) {
    return Stream.of(TunnelMethod.values())
        .filter(method -> method.name().equals(name))
        .findFirst();
  }

  private static ProxyProtocol proxyProtocol(ObjectNode in) {
    ProxyProtocol.Builder protocol = ProxyProtocol.builder();
    in.enumValue("version", ProxyProtocolVersion.class).ifPresent(protocol::version);
    return protocol.build();
  }

  private static RetryBudget retryBudget(ObjectNode in) {
    RetryBudget.Builder budget = RetryBudget.builder();
    in.numberValue("percent").ifPresent(budget::percent);
    in.uint32("minRetryConcurrency").ifPresent(budget::minRetryConcurrency);
    in.duration("budgetInterval").ifPresent(budget::budgetInterval);
    return budget.build();
  }
}
