// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.listener.chain.AssembledListeners;
import io.rutter.translator.internal.listener.gateway.GatewayListener.Transport;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.gateway.ServerGroup;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listeners of a gateway: one per port and address of its servers, and another for QUIC where
 * HTTP/3 is served beside HTTPS. A listener without filter chains is left out. Istio document:
 * Gateway.
 */
public final class GatewayListenersAssembler {
  private GatewayListenersAssembler() {}

  /** The listeners, and the route configurations that they ask for. */
  public static AssembledListeners assemble(ProxyScope scope, ProblemSink problems) {
    ServerNameClaims claims = new ServerNameClaims();
    ImmutableList<GatewayListener> listeners =
        scope.gateways().groups().stream()
            .filter(group -> canListen(scope, group, problems))
            .flatMap(
                group ->
                    Stream.of(
                        overTcp(scope, group, claims, problems), overQuic(scope, group, problems)))
            .map(
                listener ->
                    listener.withChains(
                        GatewayChainConflicts.resolve(
                            listener.name(), listener.chains(), problems)))
            .filter(listener -> !listener.chains().isEmpty())
            .collect(toImmutableList());
    return new AssembledListeners(
        listeners.stream()
            .map(listener -> GatewayListenerTranslator.translate(scope, listener))
            .collect(toImmutableList()),
        listeners.stream()
            .flatMap(listener -> listener.chains().stream())
            .map(GatewayChain::routeName)
            .flatMap(Optional::stream)
            .collect(toImmutableSortedSet(String::compareTo)));
  }

  private static boolean canListen(ProxyScope scope, ServerGroup group, ProblemSink problems) {
    if (group.port() >= 1024 || !ProxyMetadata.isUnprivileged(scope.proxy())) {
      return true;
    }
    MergedServer server = group.servers().get(0);
    problems.report(
        Problem.warning(ProblemCode.NOT_TRANSLATED)
            .object(server.gatewayKey())
            .path("spec.servers[" + server.index() + "].port")
            .message(
                "port: "
                    + group.port()
                    + " (expected: >= 1024, because the proxy "
                    + scope.proxy().name()
                    + " is unprivileged)")
            .build());
    return false;
  }

  private static GatewayListener overTcp(
      ProxyScope scope, ServerGroup group, ServerNameClaims claims, ProblemSink problems) {
    GatewayListener listener = listener(scope, group, Transport.TCP);
    ImmutableList.Builder<GatewayChain> chains = ImmutableList.builder();
    group.servers().stream()
        .filter(MergedServer::isPlainHttp)
        .findFirst()
        .map(server -> GatewayHttpChains.plaintext(scope, server, listener.name()))
        .ifPresent(chains::add);
    for (MergedServer server : group.servers()) {
      if (server.terminatesHttps()) {
        chains.add(GatewayHttpChains.https(scope, server, listener.name(), problems));
      } else if (server.isAutoPassthrough()) {
        chains.addAll(AutoPassthroughChains.of(scope, server));
      } else if (server.isPassthrough()) {
        chains.addAll(GatewayTlsChains.of(scope, server, claims, problems));
      } else if (!server.isPlainHttp()) {
        GatewayTcpChains.of(scope, server, problems).ifPresent(chains::add);
      }
    }
    return listener.withChains(chains.build());
  }

  private static GatewayListener overQuic(
      ProxyScope scope, ServerGroup group, ProblemSink problems) {
    GatewayListener listener = listener(scope, group, Transport.QUIC);
    return listener.withChains(
        group.servers().stream()
            .filter(MergedServer::quic)
            .map(server -> GatewayHttpChains.http3(scope, server, listener.name(), problems))
            .collect(toImmutableList()));
  }

  private static GatewayListener listener(
      ProxyScope scope, ServerGroup group, Transport transport) {
    ImmutableList<String> wildcards = ProxyAddresses.wildcards(scope.family());
    boolean extra = group.bind().isEmpty() && scope.mesh().options().dualStack();
    String address = group.bind().isEmpty() ? wildcards.get(0) : group.bind();
    return new GatewayListener(
        GatewayListener.name(transport, address, group.port()),
        transport,
        address,
        extra ? wildcards.subList(1, wildcards.size()) : ImmutableList.of(),
        group.port(),
        ImmutableList.of());
  }
}
