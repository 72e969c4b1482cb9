// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.PolicyTargetReference;
import io.rutter.model.security.RequestAuthentication;
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
public record PolicyAttachment(
    ObjectMeta metadata,
    Optional<WorkloadSelector> selector,
    Optional<PolicyTargetReference> targetRef,
    List<PolicyTargetReference> targetRefs) {
  /** The label of the proxies of a Gateway of the Gateway API. */
  private static final String GATEWAY_NAME = "gateway.networking.k8s.io/gateway-name";

  /** How an AuthorizationPolicy is attached. */
  public static PolicyAttachment of(AuthorizationPolicy policy) {
    return new PolicyAttachment(
        policy.metadata(), policy.selector(), policy.targetRef(), policy.targetRefs());
  }

  /** How a RequestAuthentication is attached. */
  public static PolicyAttachment of(RequestAuthentication policy) {
    return new PolicyAttachment(
        policy.metadata(), policy.selector(), policy.targetRef(), policy.targetRefs());
  }

  /** Whether it names targets, so that labels do not count. */
  public boolean hasTargets() {
    return targetRef.isPresent() || !targetRefs.isEmpty();
  }

  /** Whether the policy applies to a proxy, if its namespace is one that counts for the proxy. */
  public boolean appliesTo(Proxy proxy) {
    Map<String, String> labels = proxy.selectableLabels();
    if (!hasTargets()) {
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

  /** Whether a target is a Gateway of the Gateway API, the only one that a proxy may stand for. */
  public static boolean isGateway(PolicyTargetReference target) {
    return target.group().equals("gateway.networking.k8s.io") && target.kind().equals("Gateway");
  }

  private static boolean isGateway(PolicyTargetReference target, String name, Proxy proxy) {
    return isGateway(target)
        && target.name().equals(name)
        && (target.namespace().isEmpty() || target.namespace().equals(proxy.namespace()));
  }
}
