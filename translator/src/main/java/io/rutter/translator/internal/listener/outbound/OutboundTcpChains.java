// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.filter.RouteDestinationsTranslator;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;

/**
 * {@link TcpRoute}s → chains of an outbound listener. The first rule that matches any address ends
 * the list; rules for subnets before it have one chain each. If no rule matches any address, a last
 * chain goes to the service itself. Istio document: Virtual Service, {@code TCPRoute}.
 */
final class OutboundTcpChains {
  private OutboundTcpChains() {}

  static ImmutableList<OutboundChain> of(
      ProxyScope scope, ListenedService target, List<VirtualService> virtualServices) {
    ImmutableList.Builder<OutboundChain> chains = ImmutableList.builder();
    boolean serviceIsTaken = false;
    for (VirtualService virtualService : virtualServices) {
      for (int i = 0; i < virtualService.tcp().size(); i++) {
        TcpRoute rule = virtualService.tcp().get(i);
        if (rule.route().isEmpty()) {
          continue;
        }
        ImmutableList<TcpMatch> matches =
            rule.match().stream()
                .filter(match -> applies(scope, target, match))
                .collect(toImmutableList());
        ConfigPart part =
            new ConfigPart(
                ConfigKey.of("VirtualService", virtualService.metadata()), "spec.tcp[" + i + "]");
        if (rule.match().isEmpty() || takesAnyAddress(target, matches)) {
          return chains
              .add(
                  OutboundChain.network(
                          ChainMatch.ofRanges(target.ranges()),
                          part,
                          RouteDestinationsTranslator.translate(
                              scope, rule.route(), target.port(), part))
                      .from(matched(rule, matches, part)))
              .build();
        }
        ImmutableList<String> subnets =
            matches.stream()
                .flatMap(match -> match.destinationSubnets().stream())
                .sorted()
                .collect(toImmutableList());
        if (!subnets.isEmpty()) {
          chains.add(
              OutboundChain.network(
                      ChainMatch.ofRanges(subnets),
                      RouteDestinationsTranslator.translate(
                          scope, rule.route(), target.port(), part))
                  .from(matched(rule, matches, part)));
          serviceIsTaken |= subnets.equals(ImmutableList.sortedCopyOf(target.ranges()));
        }
      }
    }
    if (!serviceIsTaken) {
      chains.add(DefaultTcpChain.of(scope, target, ChainMatch.ofRanges(target.ranges())));
    }
    return chains.build();
  }

  /** The matches of a rule that a chain is made from; the rule where it has none. */
  private static ImmutableList<ConfigPart> matched(
      TcpRoute rule, List<TcpMatch> matches, ConfigPart part) {
    return matches.isEmpty()
        ? ImmutableList.of(part)
        : matches.stream()
            .map(match -> part.field("match[" + rule.match().indexOf(match) + "]"))
            .collect(toImmutableList());
  }

  private static boolean takesAnyAddress(ListenedService target, List<TcpMatch> matches) {
    return matches.stream()
        .anyMatch(match -> match.destinationSubnets().isEmpty() || target.port().number() == 0);
  }

  private static boolean applies(ProxyScope scope, ListenedService target, TcpMatch match) {
    return RouteRuleScope.holds(
        scope,
        target.port().number(),
        match.gateways(),
        match.port(),
        match.sourceLabels(),
        match.sourceNamespace());
  }
}
