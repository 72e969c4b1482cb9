// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.translator.JwksFetching;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Comparator;

/**
 * Which tokens a proxy accepts: the rules of all policies that apply to it count together. Istio
 * document: RequestAuthentication.
 */
public final class RequestAuthenticationIndex {
  private static final String KIND = "RequestAuthentication";

  private final Inputs inputs;
  private final WorkloadPolicies<RequestAuthentication> policies;
  private final KeyLookup keys;

  private RequestAuthenticationIndex(Inputs inputs) {
    this.inputs = inputs;
    this.policies =
        WorkloadPolicies.of(
            inputs.settings().rootNamespace(), inputs.policies(), PolicyAttachment::of);
    this.keys = new KeyLookup(inputs.fetching(), inputs.keySets(), inputs.policies());
  }

  /** The inputs of the index. */
  public record Inputs(
      MeshSettings settings,
      JwksFetching fetching,
      ImmutableList<RequestAuthentication> policies,
      ImmutableList<KeySet> keySets) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings, JwksFetching fetching) {
      return new Inputs(settings, fetching, snapshot.requestAuthentications(), snapshot.keySets());
    }
  }

  public static RequestAuthenticationIndex of(Inputs inputs) {
    return new RequestAuthenticationIndex(inputs);
  }

  /**
   * The rules that apply to a proxy: those of its namespace before those of the mesh, then sorted
   * by issuer.
   */
  public ImmutableList<TokenRule> rules(Proxy proxy, ServiceIndex services) {
    ImmutableList.Builder<TokenRule> found = ImmutableList.builder();
    policies.ofNamespace(proxy).forEach(policy -> found.addAll(rules(policy, services)));
    policies.ofMesh(proxy).forEach(policy -> found.addAll(rules(policy, services)));
    return found.build().stream()
        .sorted(Comparator.comparing(token -> token.rule().issuer()))
        .collect(toImmutableList());
  }

  /** The keys that the tokens of a rule are checked with. */
  public TokenKeys keys(JwtRule rule, ServiceIndex services) {
    return keys.of(rule, services);
  }

  private ImmutableList<TokenRule> rules(RequestAuthentication policy, ServiceIndex services) {
    ImmutableList.Builder<TokenRule> rules = ImmutableList.builder();
    for (int i = 0; i < policy.jwtRules().size(); i++) {
      JwtRule rule = policy.jwtRules().get(i);
      rules.add(
          new TokenRule(rule, keys.of(rule, services), ConfigKey.of(KIND, policy.metadata()), i));
    }
    return rules.build();
  }

  /** In an order that does not depend on that of the mesh. */
  private static ImmutableList<RequestAuthentication> oldestFirst(
      ImmutableList<RequestAuthentication> policies) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(RequestAuthentication::metadata, Age.BY_AGE), policies);
  }

  /**
   * Reports rules whose keys nobody knows, so that no token is good, and keys that do not count.
   */
  public void report(ServiceIndex services, ProblemSink problems) {
    keys.report(problems);
    for (RequestAuthentication policy : oldestFirst(inputs.policies())) {
      for (int i = 0; i < policy.jwtRules().size(); i++) {
        JwtRule rule = policy.jwtRules().get(i);
        if (!keys.areOf(rule) && keys.of(rule, services).equals(TokenKeys.NOBODYS)) {
          problems.report(
              Problem.warning(ProblemCode.UNKNOWN_KEYS)
                  .object(ConfigKey.of(KIND, policy.metadata()))
                  .path("spec.jwtRules[" + i + "]")
                  .message(
                      rule.jwksUri().isPresent()
                          ? "the keys at "
                              + rule.jwksUri().get()
                              + " are not known, so that no token is accepted (expected: a KeySet"
                              + " of this URI)"
                          : "the keys of issuer "
                              + rule.issuer()
                              + " are not known, so that no token is accepted (expected: jwks, or"
                              + " a KeySet of this issuer)")
                  .build());
        }
      }
    }
  }
}
