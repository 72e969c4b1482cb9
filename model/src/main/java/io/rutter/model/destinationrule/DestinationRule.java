// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import java.util.List;
import java.util.Optional;

/**
 * Policies for traffic to one host once it has been routed, and the subsets of that host, as in
 * Istio reference: Destination Rule. Rules of the client's namespace go before those of the
 * service's namespace, and those before the ones of the root namespace.
 */
@AutoValue
public abstract class DestinationRule {
  DestinationRule() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Host of a service in the registry, wildcards allowed; a short name is completed with the
   * namespace of this document.
   */
  public abstract String host();

  /** Policy for all ports and subsets of the host. Absent: the mesh's defaults. */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /**
   * Named groups of the service's endpoints, each with a cluster of its own. Empty: only the
   * service as a whole.
   */
  public abstract ImmutableList<Subset> subsets();

  /**
   * Namespaces that may see this rule: {@code .} is this document's own, {@code *} is all, others
   * by name. Empty: the mesh default, which is all namespaces unless changed.
   */
  public abstract ImmutableList<String> exportTo();

  /**
   * Labels of the client workloads, in this namespace only, that the rule is for. Absent: all
   * proxies that see the rule.
   */
  public abstract Optional<WorkloadSelector> workloadSelector();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DestinationRule.Builder()
        .host("")
        .subsets(ImmutableList.of())
        .exportTo(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DestinationRule}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DestinationRule#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link DestinationRule#host()}. */
    public abstract Builder host(String host);

    /** See {@link DestinationRule#trafficPolicy()}. */
    public abstract Builder trafficPolicy(TrafficPolicy trafficPolicy);

    /** See {@link DestinationRule#trafficPolicy()}; empty clears it. */
    public abstract Builder trafficPolicy(Optional<TrafficPolicy> trafficPolicy);

    /** See {@link DestinationRule#subsets()}. */
    public abstract Builder subsets(List<Subset> subsets);

    /** See {@link DestinationRule#subsets()}. */
    public abstract Builder subsets(Subset... subsets);

    /** See {@link DestinationRule#exportTo()}. */
    public abstract Builder exportTo(List<String> exportTo);

    /** See {@link DestinationRule#exportTo()}. */
    public abstract Builder exportTo(String... exportTo);

    /** See {@link DestinationRule#workloadSelector()}. */
    public abstract Builder workloadSelector(WorkloadSelector workloadSelector);

    /** See {@link DestinationRule#workloadSelector()}; empty clears it. */
    public abstract Builder workloadSelector(Optional<WorkloadSelector> workloadSelector);

    /** Builds the value. */
    public abstract DestinationRule build();
  }
}
