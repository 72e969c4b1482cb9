// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.resolve.settings.ClientSecrets;
import io.rutter.translator.internal.tls.ClientTlsTranslator;
import java.util.Optional;

/**
 * The TLS of an outbound cluster.
 *
 * @param context what the handshake needs; absent for plain text
 * @param perEndpoint whether only endpoints that take mutual TLS get it
 * @param serverName what is taken from the host of each request
 */
record UpstreamTls(
    Optional<UpstreamTlsContext> context, boolean perEndpoint, AutoServerName serverName) {

  private static final UpstreamTls NONE =
      new UpstreamTls(Optional.empty(), false, AutoServerName.NONE);

  /**
   * Whether a cluster that resolves any host can be sure of the one it talks to, as far as it uses
   * TLS at all.
   */
  boolean checksRequestedHost() {
    return serverName.equals(AutoServerName.NONE) ? context.isEmpty() : serverName.isComplete();
  }

  /** The TLS of a target's cluster; none where TLS is forwarded as it comes. */
  static UpstreamTls of(ClusterTarget target, boolean http2) {
    if (target.purpose() == Purpose.SNI_FORWARDING) {
      return NONE;
    }
    return SelectedClientTls.of(target)
        .filter(selected -> mayUseSecret(selected.tls(), target))
        .map(selected -> of(selected, target, http2))
        .orElse(NONE);
  }

  /**
   * Whether the rule's secret is used: a sidecar only asks for one that a rule for chosen workloads
   * names, because all others would wait for a secret they may not read. Its traffic is plain text
   * then.
   */
  static boolean mayUseSecret(ClientTls tls, ClusterTarget target) {
    boolean chosen =
        target.destinationRule().flatMap(DestinationRule::workloadSelector).isPresent();
    return !ClientSecrets.areNeeded(tls) || chosen || target.scope().isGateway();
  }

  private static UpstreamTls of(SelectedClientTls selected, ClusterTarget target, boolean http2) {
    ClientTls tls = selected.tls();
    return new UpstreamTls(
        ClientTlsTranslator.translate(
            withServiceNames(tls, target),
            target.scope().proxy(),
            http2,
            target.scope().settings().tlsDefaults()),
        selected.automatic()
            && tls.mode() == ClientTlsMode.ISTIO_MUTUAL
            && target.discovery() != DiscoveryType.ORIGINAL_DST,
        serverName(tls, target));
  }

  /** Services of ServiceEntries have names of their own to check. */
  private static ClientTls withServiceNames(ClientTls tls, ClusterTarget target) {
    return isOrdinary(tls.mode())
            && tls.subjectAltNames().isEmpty()
            && target.service().registry() == ServiceRegistry.EXTERNAL
        ? tls.toBuilder()
            .subjectAltNames(ImmutableList.copyOf(SelectedClientTls.accounts(target)))
            .build()
        : tls;
  }

  private static AutoServerName serverName(ClientTls tls, ClusterTarget target) {
    if (tls.mode() == ClientTlsMode.DISABLE) {
      return AutoServerName.NONE;
    }
    if (target.discovery() == DiscoveryType.DYNAMIC_DNS) {
      return AutoServerName.ofDynamicHost(tls);
    }
    return isOrdinary(tls.mode()) ? AutoServerName.of(tls) : AutoServerName.NONE;
  }

  /** Whether it is TLS without Istio's identities. */
  private static boolean isOrdinary(ClientTlsMode mode) {
    return mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL;
  }
}
