// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.translator.internal.resolve.settings.MeshSettings;

/** Which AuthorizationPolicies apply to a proxy. Istio document: Authorization Policy. */
public final class AuthorizationPolicyIndex {
  private final WorkloadPolicies<AuthorizationPolicy> policies;

  private AuthorizationPolicyIndex(WorkloadPolicies<AuthorizationPolicy> policies) {
    this.policies = policies;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<AuthorizationPolicy> policies) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.authorizationPolicies());
    }
  }

  /** Sorts the policies by namespace and age. */
  public static AuthorizationPolicyIndex of(Inputs inputs) {
    return new AuthorizationPolicyIndex(
        WorkloadPolicies.of(
            inputs.settings().rootNamespace(), inputs.policies(), PolicyAttachment::of));
  }

  /** The policies of a proxy: those of the root namespace, then those of its own. */
  public ImmutableList<AuthorizationPolicy> forProxy(Proxy proxy) {
    return ImmutableList.<AuthorizationPolicy>builder()
        .addAll(policies.ofMesh(proxy))
        .addAll(policies.ofNamespace(proxy))
        .build();
  }
}
