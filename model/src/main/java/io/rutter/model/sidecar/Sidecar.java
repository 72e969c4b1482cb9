// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.ConnectionPool;
import java.util.List;
import java.util.Optional;

/**
 * What a sidecar accepts and what it can reach (Istio reference: Sidecar). Exactly one applies: the
 * oldest that selects the proxy, else the oldest of the namespace without selector, else the root
 * namespace's; gateways use none.
 */
@AutoValue
public abstract class Sidecar {
  Sidecar() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Labels of the workloads in its namespace that it applies to. Absent: every workload of the
   * namespace.
   */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /**
   * Inbound listeners; any entry replaces everything derived from services. Empty: inbound follows
   * the services of the workload.
   */
  public abstract ImmutableList<IngressListener> ingress();

  /**
   * Outbound listeners and what they import; one without port must be last. Empty: all that is
   * visible, as <code>*&#47;*</code>.
   */
  public abstract ImmutableList<EgressListener> egress();

  /**
   * Connection limits towards the application, replacing those of the destination rule as a whole.
   * Absent: those of the destination rule.
   */
  public abstract Optional<ConnectionPool> inboundConnectionPool();

  /** Treatment of traffic to unknown destinations. Absent: the mesh setting. */
  public abstract Optional<OutboundTrafficPolicy> outboundTrafficPolicy();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Sidecar.Builder().ingress(ImmutableList.of()).egress(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Sidecar}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Sidecar#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link Sidecar#workloadSelector()}. */
    public abstract Builder workloadSelector(WorkloadSelector workloadSelector);

    /** See {@link Sidecar#workloadSelector()}; empty clears it. */
    public abstract Builder workloadSelector(Optional<WorkloadSelector> workloadSelector);

    /** See {@link Sidecar#ingress()}. */
    public abstract Builder ingress(List<IngressListener> ingress);

    /** See {@link Sidecar#ingress()}. */
    public abstract Builder ingress(IngressListener... ingress);

    /** See {@link Sidecar#egress()}. */
    public abstract Builder egress(List<EgressListener> egress);

    /** See {@link Sidecar#egress()}. */
    public abstract Builder egress(EgressListener... egress);

    /** See {@link Sidecar#inboundConnectionPool()}. */
    public abstract Builder inboundConnectionPool(ConnectionPool inboundConnectionPool);

    /** See {@link Sidecar#inboundConnectionPool()}; empty clears it. */
    public abstract Builder inboundConnectionPool(Optional<ConnectionPool> inboundConnectionPool);

    /** See {@link Sidecar#outboundTrafficPolicy()}. */
    public abstract Builder outboundTrafficPolicy(OutboundTrafficPolicy outboundTrafficPolicy);

    /** See {@link Sidecar#outboundTrafficPolicy()}; empty clears it. */
    public abstract Builder outboundTrafficPolicy(
        Optional<OutboundTrafficPolicy> outboundTrafficPolicy);

    /** Builds the value. */
    public abstract Sidecar build();
  }
}
