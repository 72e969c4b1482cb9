// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.PolicyTargetReference;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy applies to: workloads with the labels that it selects, or else the targets that it
 * names. Istio documents: Workload Selector, {@code PolicyTargetReference}.
 *
 * @param metadata the name of the policy
 * @param selector the labels; absent for all workloads
 * @param targetRef a target in the older form
 * @param targetRefs the targets
 */
record PolicyAttachment(
    ObjectMeta metadata,
    Optional<WorkloadSelector> selector,
    Optional<PolicyTargetReference> targetRef,
    List<PolicyTargetReference> targetRefs) {
  /** The label of the proxies of a Gateway of the Gateway API. */
  private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  /** Whether the policy applies to a proxy, if its namespace is one that counts for the proxy. */
  boolean appliesTo(Proxy proxy) {
    Map<String, String> labels = proxy.selectableLabels();
    if (targetRef.isEmpty() && targetRefs.isEmpty()) {
      return LabelSelectors.selects(
          selector.map(WorkloadSelector::labels).orElse(ImmutableMap.of()), labels);
    }
    String gateway = labels.get(GATEWAY_NAME);
    return gateway != null
        && metadata.namespace().equals(proxy.namespace())
        && (targetRefs.isEmpty()
            ? targetRef.filter(target -> isGateway(target, gateway, proxy)).isPresent()
            : targetRefs.stream().anyMatch(target -> isGateway(target, gateway, proxy)));
  }

  private static boolean isGateway(PolicyTargetReference target, String name, Proxy proxy) {
    return target.group().equals("gateway.networking.k8s.io")
        && target.kind().equals("Gateway")
        && target.name().equals(name)
        && (target.namespace().isEmpty() || target.namespace().equals(proxy.namespace()));
  }
}
