// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.settings.MeshSettings;

/**
 * Which AuthorizationPolicies apply to a proxy: those of the root namespace and of its own that
 * select its labels, or all there that have no selector. Istio document: Request Authentication,
 * {@code selector} and {@code targetRefs}.
 */
public final class RequestAuthenticationIndex {
  private final String rootNamespace;

  /** Oldest first. */
  private final ImmutableListMultimap<String, RequestAuthentication> byNamespace;

  private RequestAuthenticationIndex(
      String rootNamespace, ImmutableListMultimap<String, RequestAuthentication> byNamespace) {
    this.rootNamespace = rootNamespace;
    this.byNamespace = byNamespace;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<RequestAuthentication> policies) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.requestAuthentications());
    }
  }

  /** Sorts the policies by namespace and age. */
  public static RequestAuthenticationIndex of(Inputs inputs) {
    ImmutableListMultimap.Builder<String, RequestAuthentication> byNamespace =
        ImmutableListMultimap.builder();
    ImmutableList.sortedCopyOf(
            (a, b) -> Age.BY_AGE.compare(a.metadata(), b.metadata()), inputs.policies())
        .forEach(policy -> byNamespace.put(policy.metadata().namespace(), policy));
    return new RequestAuthenticationIndex(inputs.settings().rootNamespace(), byNamespace.build());
  }

  /** The policies of a proxy: those of its own namespace, then those of the root namespace. */
  public ImmutableList<RequestAuthentication> forProxy(Proxy proxy) {
    ImmutableList.Builder<RequestAuthentication> candidates = ImmutableList.builder();
    candidates.addAll(byNamespace.get(proxy.namespace()));
    if (!proxy.namespace().equals(rootNamespace)) {
      candidates.addAll(byNamespace.get(rootNamespace));
    }
    return candidates.build().stream()
        .filter(policy -> attachment(policy).appliesTo(proxy))
        .collect(toImmutableList());
  }

  private static PolicyAttachment attachment(RequestAuthentication policy) {
    return new PolicyAttachment(
        policy.metadata(), policy.selector(), policy.targetRef(), policy.targetRefs());
  }
}
