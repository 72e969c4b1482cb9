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
 * @param perEndpoint whether it is only used for endpoints that accept mutual TLS
 * @param serverName which settings are taken from the requested host
 */
record UpstreamTls(
    Optional<UpstreamTlsContext> context, boolean perEndpoint, AutoServerName serverName) {

  private static final UpstreamTls NONE =
      new UpstreamTls(Optional.empty(), false, AutoServerName.NONE);

  /**
   * Whether a cluster that resolves any host verifies the host it connects to, or uses no TLS at
   * all.
   */
  boolean checksRequestedHost() {
    return serverName.equals(AutoServerName.NONE) ? context.isEmpty() : serverName.isComplete();
  }

  /** The TLS of a target's cluster; none where TLS is forwarded untouched. */
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
   * Whether the rule's secret is used. A sidecar only requests the secret of a rule with a workload
   * selector: without one, all sidecars would wait for a secret that they may not read. A sidecar
   * that does not use the secret sends plain text.
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

  /** The settings with the {@code subjectAltNames} of a ServiceEntry where the rule has none. */
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

  /** Whether the mode is TLS without Istio's identities. */
  private static boolean isOrdinary(ClientTlsMode mode) {
    return mode == ClientTlsMode.SIMPLE || mode == ClientTlsMode.MUTUAL;
  }
}
