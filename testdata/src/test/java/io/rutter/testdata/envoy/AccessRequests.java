// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.XdsResources;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls of a proxy that meet the rules of its policies, or nearly do. */
final class AccessRequests {
  private static final ImmutableList<String> TRUST_DOMAINS =
      ImmutableList.of("spiffe://cluster.local/", "spiffe://td/");

  private final XdsResources proxy;
  private final SignedTokens keys;
  private final Random random;
  private final MatchingRequests matching;
  private final NearMiss nearMiss;

  private AccessRequests(XdsResources proxy, SignedTokens keys, Random random) {
    this.proxy = proxy;
    this.keys = keys;
    this.random = random;
    this.matching = new MatchingRequests(random);
    this.nearMiss = new NearMiss(random);
  }

  /** So many calls; none where no filter decides who may call. */
  static ImmutableList<AccessCall> of(
      XdsResources proxy, int count, SignedTokens keys, Random random)
      throws GeneralSecurityException {
    AccessRequests requests = new AccessRequests(proxy, keys, random);
    List<ChainTarget> targets = new ArrayList<>(ChainTarget.all(proxy, random));
    targets.removeIf(target -> !AccessFilters.of(target.chain()).any());
    ImmutableList.Builder<AccessCall> calls = ImmutableList.builder();
    for (int i = 0; i < count && !targets.isEmpty(); i++) {
      calls.add(requests.call(targets.get(i % targets.size())));
    }
    return calls.build();
  }

  private AccessCall call(ChainTarget target) throws GeneralSecurityException {
    AccessFilters filters = AccessFilters.of(target.chain());
    List<String> domains = filters.clients().isEmpty() ? TRUST_DOMAINS : filters.clients();
    AccessDraft draft = new AccessDraft(target, parts(target), pick(domains), random);
    if (!filters.rules().isEmpty() && random.nextInt(8) > 0) {
      meet(pick(filters.rules()), draft);
    }
    for (int misses = random.nextInt(3); misses > 0; misses--) {
      nearMiss.change(draft);
    }
    AccessTokens.Added tokens =
        new AccessTokens(keys, filters.providers(), random).tokens(draft.claims);
    String path = draft.path;
    ImmutableListMultimap<String, String> headers = ImmutableListMultimap.copyOf(draft.headers);
    tokens.to(draft, true);
    SimulatedRequest sent = draft.request(filters.http());
    draft.path = path;
    draft.headers.clear();
    draft.headers.putAll(headers);
    tokens.to(draft, false);
    return new AccessCall(
        sent, draft.request(filters.http()), tokens.hasBadSignature(), random.nextBoolean());
  }

  private void meet(RBAC rules, AccessDraft draft) {
    Policy policy = pick(ImmutableSortedMap.copyOf(rules.getPoliciesMap()).values().asList());
    draft.meet(pick(policy.getPermissionsList()));
    draft.meet(pick(policy.getPrincipalsList()));
  }

  private MatchingRequests.Parts parts(ChainTarget target) {
    List<VirtualHost> hosts =
        target.routes(proxy).map(routes -> routes.getVirtualHostsList()).orElse(List.of());
    List<VirtualHost> routed = hosts.stream().filter(host -> host.getRoutesCount() > 0).toList();
    if (routed.isEmpty()) {
      return new MatchingRequests.Parts("GET", "/", "any.example", ImmutableListMultimap.of());
    }
    VirtualHost host = pick(routed);
    Route route = pick(host.getRoutesList());
    String domain = pick(List.copyOf(host.getDomainsList()));
    return matching.of(
        domain.equals("*") ? "any.example" : domain.replace("*", "any"), route.getMatch());
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
