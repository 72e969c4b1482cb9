// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.settings.MeshSettings;

/**
 * Which AuthorizationPolicies apply to a proxy: those of the root namespace and of its own that
 * select its labels, or all there that have no selector. Istio document: Authorization Policy,
 * {@code selector} and {@code targetRefs}.
 */
public final class AuthorizationPolicyIndex {
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
    return candidates.build().stream()
        .filter(policy -> attachment(policy).appliesTo(proxy))
        .collect(toImmutableList());
  }

  private static PolicyAttachment attachment(AuthorizationPolicy policy) {
    return new PolicyAttachment(
        policy.metadata(), policy.selector(), policy.targetRef(), policy.targetRefs());
  }
}
