// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.filter.RouteDestinationsTranslator;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.route.sidecar.AlternativeHostNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@link TlsRoute}s → chains of an outbound listener, one for each match of server names and
 * addresses; the first of equal matches wins. Without matches, one chain goes to the service
 * itself; it matches the service's name if the address is shared with other services. Istio
 * document: Virtual Service, {@code TLSRoute}.
 */
final class OutboundTlsChains {
  private record MatchAtRuntime(ImmutableList<String> serverNames, ImmutableList<String> subnets) {}

  private OutboundTlsChains() {}

  static ImmutableList<OutboundChain> of(
      ProxyScope scope, ListenedService target, List<VirtualService> virtualServices) {
    ImmutableList.Builder<OutboundChain> chains = ImmutableList.builder();
    Set<MatchAtRuntime> seen = new HashSet<>();
    ImmutableList<String> ranges = target.ranges();
    for (VirtualService virtualService : virtualServices) {
      for (int i = 0; i < virtualService.tls().size(); i++) {
        TlsRoute rule = virtualService.tls().get(i);
        ConfigPart part =
            new ConfigPart(
                ConfigKey.of("VirtualService", virtualService.metadata()), "spec.tls[" + i + "]");
        for (int j = 0; j < rule.match().size(); j++) {
          TlsMatch match = rule.match().get(j);
          if (rule.route().isEmpty() || !applies(scope, target, match)) {
            continue;
          }
          // As in Istio, subnets apply to all later matches as well. Unix sockets have no subnets.
          if (!match.destinationSubnets().isEmpty() && target.port().number() != 0) {
            ranges = match.destinationSubnets();
          }
          if (seen.add(new MatchAtRuntime(match.sniHosts(), match.destinationSubnets()))) {
            chains.add(
                OutboundChain.network(
                    ChainMatch.of(ranges, match.sniHosts()),
                    part.field("match[" + j + "]"),
                    RouteDestinationsTranslator.translate(
                        scope, rule.route(), target.port(), part)));
          }
        }
      }
    }
    return seen.isEmpty()
        ? ImmutableList.of(
            DefaultTcpChain.of(scope, target, ChainMatch.of(ranges, serverNames(scope, target))))
        : chains.build();
  }

  private static boolean applies(ProxyScope scope, ListenedService target, TlsMatch match) {
    return RouteRuleScope.holds(
        scope,
        target.port().number(),
        match.gateways(),
        match.port(),
        match.sourceLabels(),
        match.sourceNamespace());
  }

  /** The server names of the service, needed if it shares its address with other services. */
  private static ImmutableList<String> serverNames(ProxyScope scope, ListenedService target) {
    Service service = target.service();
    String wildcard = ProxyAddresses.wildcard(scope.family());
    String address = OutboundAddresses.addresses(scope, service).get(0);
    boolean sharesAddress =
        address.indexOf('/') >= 0
            || (address.equals(wildcard) && target.binding().main().equals(wildcard));
    boolean namesManyHosts =
        service.resolution() == ServiceResolution.DYNAMIC_DNS
            && HostNames.isWildcard(service.hostname());
    if (!sharesAddress && !namesManyHosts) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> names = ImmutableList.builder();
    names.add(service.hostname());
    for (String alias : target.aliases()) {
      names.add(alias).addAll(AlternativeHostNames.of(alias, scope.proxy().dnsDomain()));
    }
    return names.build();
  }
}
