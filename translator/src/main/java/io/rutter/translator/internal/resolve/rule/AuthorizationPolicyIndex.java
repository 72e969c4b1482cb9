// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.PolicyTargetReference;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Map;
import java.util.Optional;

/**
 * Which AuthorizationPolicies apply to a proxy: those of the root namespace and of its own that
 * select its labels, or all there that have no selector. Istio document: Authorization Policy,
 * {@code selector} and {@code targetRefs}.
 */
public final class AuthorizationPolicyIndex {
  /** The label of the proxies of a Gateway of the Gateway API. */
  private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  private final String rootNamespace;

  /** Oldest first. */
  private final ImmutableListMultimap<String, AuthorizationPolicy> byNamespace;

  private AuthorizationPolicyIndex(
      String rootNamespace, ImmutableListMultimap<String, AuthorizationPolicy> byNamespace) {
    this.rootNamespace = rootNamespace;
    this.byNamespace = byNamespace;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<AuthorizationPolicy> policies) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.authorizationPolicies());
    }
  }

  /** Sorts the policies by namespace and age. */
  public static AuthorizationPolicyIndex of(Inputs inputs) {
    ImmutableListMultimap.Builder<String, AuthorizationPolicy> byNamespace =
        ImmutableListMultimap.builder();
    ImmutableList.sortedCopyOf(
            (a, b) -> Age.BY_AGE.compare(a.metadata(), b.metadata()), inputs.policies())
        .forEach(policy -> byNamespace.put(policy.metadata().namespace(), policy));
    return new AuthorizationPolicyIndex(inputs.settings().rootNamespace(), byNamespace.build());
  }

  /** The policies of a proxy: those of the root namespace, then those of its own. */
  public ImmutableList<AuthorizationPolicy> forProxy(Proxy proxy) {
    ImmutableList.Builder<AuthorizationPolicy> candidates = ImmutableList.builder();
    candidates.addAll(byNamespace.get(rootNamespace));
    if (!proxy.namespace().equals(rootNamespace)) {
      candidates.addAll(byNamespace.get(proxy.namespace()));
    }
    Map<String, String> labels = proxy.selectableLabels();
    return candidates.build().stream()
        .filter(policy -> applies(policy, proxy.namespace(), labels))
        .collect(toImmutableList());
  }

  private static boolean applies(
      AuthorizationPolicy policy, String namespace, Map<String, String> labels) {
    ImmutableList<PolicyTargetReference> targets = targets(policy);
    if (targets.isEmpty()) {
      return LabelSelectors.selects(
          policy.selector().map(WorkloadSelector::labels).orElse(ImmutableMap.of()), labels);
    }
    Optional<String> gateway = Optional.ofNullable(labels.get(GATEWAY_NAME));
    return gateway.isPresent()
        && policy.metadata().namespace().equals(namespace)
        && targets.stream().anyMatch(target -> isGateway(target, gateway.get(), namespace));
  }

  private static ImmutableList<PolicyTargetReference> targets(AuthorizationPolicy policy) {
    return policy.targetRefs().isEmpty()
        ? policy.targetRef().map(ImmutableList::of).orElse(ImmutableList.of())
        : policy.targetRefs();
  }

  private static boolean isGateway(PolicyTargetReference target, String name, String namespace) {
    return target.group().equals("gateway.networking.k8s.io")
        && target.kind().equals("Gateway")
        && target.name().equals(name)
        && (target.namespace().isEmpty() || target.namespace().equals(namespace));
  }
}
