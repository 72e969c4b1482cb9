// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.order.Age;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The policies of one kind that are attached to workloads, by namespace and age. Those of the root
 * namespace may apply to any proxy, others to proxies of their own namespace. Istio documents:
 * AuthorizationPolicy, RequestAuthentication.
 */
final class WorkloadPolicies<T> {
  private final String rootNamespace;
  private final Function<T, PolicyAttachment> attachment;
  private final ImmutableListMultimap<String, T> byNamespace;

  private WorkloadPolicies(
      String rootNamespace,
      Function<T, PolicyAttachment> attachment,
      ImmutableListMultimap<String, T> byNamespace) {
    this.rootNamespace = rootNamespace;
    this.attachment = attachment;
    this.byNamespace = byNamespace;
  }

  static <T> WorkloadPolicies<T> of(
      String rootNamespace, List<T> policies, Function<T, PolicyAttachment> attachment) {
    return new WorkloadPolicies<>(
        rootNamespace,
        attachment,
        Multimaps.index(
            ImmutableList.sortedCopyOf(
                Comparator.comparing(policy -> attachment.apply(policy).metadata(), Age.BY_AGE),
                policies),
            policy -> attachment.apply(policy).metadata().namespace()));
  }

  /** Those of the proxy's namespace that apply to it, oldest first. */
  ImmutableList<T> ofNamespace(Proxy proxy) {
    return applying(proxy.namespace(), proxy);
  }

  /** Those of the root namespace that apply to it, oldest first; none if it is in that itself. */
  ImmutableList<T> ofMesh(Proxy proxy) {
    return proxy.namespace().equals(rootNamespace)
        ? ImmutableList.of()
        : applying(rootNamespace, proxy);
  }

  private ImmutableList<T> applying(String namespace, Proxy proxy) {
    ImmutableList.Builder<T> found = ImmutableList.builder();
    for (T policy : byNamespace.get(namespace)) {
      if (attachment.apply(policy).appliesTo(proxy)) {
        found.add(policy);
      }
    }
    return found.build();
  }
}
