// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.resolve.ServiceMutualTls;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * The TLS settings that apply to a cluster: those of the DestinationRule, else automatic mutual TLS
 * within the mesh. For mutual TLS of the mesh, server name and subject alternative names that the
 * rule leaves out come from the service. Istio document: Security, Auto mutual TLS.
 *
 * @param tls the settings
 * @param automatic whether they come from automatic mutual TLS, so that endpoints without a sidecar
 *     get plain text
 */
record SelectedClientTls(ClientTls tls, boolean automatic) {
  private static final ClientTls AUTOMATIC =
      ClientTls.builder().mode(ClientTlsMode.ISTIO_MUTUAL).build();

  /** The settings for traffic to a target; absent for plain text that no rule asks for. */
  static Optional<SelectedClientTls> of(ClusterTarget target) {
    Optional<ClientTls> declared = target.policy().flatMap(TrafficPolicy::tls);
    return declared.isPresent()
        ? Optional.of(new SelectedClientTls(completed(declared.get(), target), false))
        : automatic(target).map(tls -> new SelectedClientTls(tls, true));
  }

  private static ClientTls completed(ClientTls tls, ClusterTarget target) {
    return switch (tls.mode()) {
      case DISABLE, SIMPLE -> tls;
      case MUTUAL -> ownCertificate(tls, target).orElse(tls);
      case ISTIO_MUTUAL ->
          hasCertificate(target) && target.service().meshExternal()
              ? named(tls, target.clusterName())
              : ownCertificate(tls, target).orElseGet(() -> meshIdentity(tls, target));
    };
  }

  private static boolean hasCertificate(ClusterTarget target) {
    return certificateOf(target.scope().proxy()).isPresent();
  }

  /** The settings with the cluster's own server name where the rule leaves it out. */
  private static ClientTls named(ClientTls tls, String clusterName) {
    boolean unnamed = tls.sni().orElse("").isEmpty();
    return unnamed ? tls.toBuilder().sni(clusterName).build() : tls;
  }

  /** Proxies whose metadata names a client certificate use it for all mutual TLS in the mesh. */
  private static Optional<ClientTls> ownCertificate(ClientTls tls, ClusterTarget target) {
    return target.service().meshExternal()
        ? Optional.empty()
        : certificateOf(target.scope().proxy()).map(files -> withNames(files, tls));
  }

  private static ClientTls withNames(ClientTls files, ClientTls names) {
    ClientTls.Builder tls = files.toBuilder().subjectAltNames(names.subjectAltNames());
    names.sni().ifPresent(tls::sni);
    names.insecureSkipVerify().ifPresent(tls::insecureSkipVerify);
    return tls.build();
  }

  private static Optional<ClientTls> automatic(ClusterTarget target) {
    Optional<TrafficPolicy> probed =
        target.subset().isPresent()
            ? target.subset().flatMap(Subset::trafficPolicy)
            : target.destinationRule().flatMap(DestinationRule::trafficPolicy);
    boolean plain =
        !target.scope().settings().autoMtls()
            || ServiceMutualTls.inferred(
                    target.scope().mesh(), probed, target.service(), target.port())
                .filter(mode -> mode != MutualTlsMode.DISABLE)
                .isEmpty();
    if (plain) {
      return Optional.empty();
    }
    ClientTls tls = meshIdentity(AUTOMATIC, target);
    return Optional.of(
        certificateOf(target.scope().proxy()).map(files -> withNames(files, tls)).orElse(tls));
  }

  private static ClientTls meshIdentity(ClientTls declared, ClusterTarget target) {
    ClientTls.Builder tls =
        ClientTls.builder()
            .mode(ClientTlsMode.ISTIO_MUTUAL)
            .subjectAltNames(
                declared.subjectAltNames().isEmpty()
                    ? accounts(target)
                    : declared.subjectAltNames());
    declared.insecureSkipVerify().ifPresent(tls::insecureSkipVerify);
    declared
        .sni()
        .filter(sni -> !sni.isEmpty())
        .or(() -> isDynamic(target) ? Optional.empty() : Optional.of(target.sni()))
        .ifPresent(tls::sni);
    return tls.build();
  }

  /** Names that certificates of the target may carry; hosts that requests name have none. */
  static ImmutableList<String> accounts(ClusterTarget target) {
    return isDynamic(target)
        ? ImmutableList.of()
        : target.scope().mesh().endpoints().serviceAccounts(target.service());
  }

  private static boolean isDynamic(ClusterTarget target) {
    return target.discovery() == DiscoveryType.DYNAMIC_DNS;
  }

  private static Optional<ClientTls> certificateOf(Proxy proxy) {
    return ProxyMetadata.text(proxy, "TLS_CLIENT_CERT_CHAIN")
        .map(
            chain -> {
              ClientTls.Builder tls =
                  ClientTls.builder().mode(ClientTlsMode.MUTUAL).clientCertificate(chain);
              ProxyMetadata.text(proxy, "TLS_CLIENT_KEY").ifPresent(tls::privateKey);
              ProxyMetadata.text(proxy, "TLS_CLIENT_ROOT_CERT").ifPresent(tls::caCertificates);
              return tls.build();
            });
  }
}
