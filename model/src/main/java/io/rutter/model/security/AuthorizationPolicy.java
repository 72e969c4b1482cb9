// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.internal.go.GoBooleans;
import java.util.List;
import java.util.Optional;

/**
 * Who may call the workloads that it selects (Istio reference: AuthorizationPolicy). Of the
 * policies of a workload those with CUSTOM decide first, then DENY, then ALLOW; without any of
 * ALLOW all other calls are let in.
 */
@AutoValue
public abstract class AuthorizationPolicy {
  /** The annotation of a policy that decides nothing. */
  public static final String DRY_RUN = "istio.io/dry-run";

  AuthorizationPolicy() {}

  /**
   * Name, namespace, creation time, labels and annotations. With the annotation {@link #DRY_RUN}
   * and the value {@code "true"} a policy of ALLOW or DENY decides nothing and is only reported.
   */
  public abstract ObjectMeta metadata();

  /**
   * Labels of the workloads that it applies to, in its namespace; in every one for a policy of the
   * root namespace. Absent or empty: all workloads of the namespace, or of the mesh. At most one of
   * this, {@code targetRef} and {@code targetRefs}.
   */
  public abstract Optional<WorkloadSelector> selector();

  /**
   * What it applies to, in the older form of {@code targetRefs}. Absent: {@code selector} says it.
   */
  public abstract Optional<PolicyTargetReference> targetRef();

  /**
   * What it applies to instead of what a selector finds. A sidecar ignores policies that have any.
   * Empty: {@code selector} says it.
   */
  public abstract ImmutableList<PolicyTargetReference> targetRefs();

  /** What happens to the requests that a rule matches. Unset: ALLOW. */
  public abstract AuthorizationAction action();

  /** Who decides with the action CUSTOM, where it is required; an error with any other. */
  public abstract Optional<AuthorizationProvider> provider();

  /**
   * Rules, of which one is enough. Empty: the policy matches nothing, so that one of ALLOW lets
   * nobody in; an error with DENY and CUSTOM. A rule with nothing in it matches everything.
   */
  public abstract ImmutableList<AuthorizationRule> rules();

  /** Whether the policy decides nothing and is only reported. */
  public final boolean isDryRun() {
    return GoBooleans.isTrue(metadata().annotations().getOrDefault(DRY_RUN, ""));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_AuthorizationPolicy.Builder()
        .targetRefs(ImmutableList.of())
        .action(AuthorizationAction.ALLOW)
        .rules(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link AuthorizationPolicy}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link AuthorizationPolicy#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link AuthorizationPolicy#selector()}. */
    public abstract Builder selector(WorkloadSelector selector);

    /** See {@link AuthorizationPolicy#selector()}; empty clears it. */
    public abstract Builder selector(Optional<WorkloadSelector> selector);

    /** See {@link AuthorizationPolicy#targetRef()}. */
    public abstract Builder targetRef(PolicyTargetReference targetRef);

    /** See {@link AuthorizationPolicy#targetRef()}; empty clears it. */
    public abstract Builder targetRef(Optional<PolicyTargetReference> targetRef);

    /** See {@link AuthorizationPolicy#targetRefs()}. */
    public abstract Builder targetRefs(List<PolicyTargetReference> targetRefs);

    /** See {@link AuthorizationPolicy#targetRefs()}. */
    public abstract Builder targetRefs(PolicyTargetReference... targetRefs);

    /** See {@link AuthorizationPolicy#action()}. */
    public abstract Builder action(AuthorizationAction action);

    /** See {@link AuthorizationPolicy#provider()}. */
    public abstract Builder provider(AuthorizationProvider provider);

    /** See {@link AuthorizationPolicy#provider()}; empty clears it. */
    public abstract Builder provider(Optional<AuthorizationProvider> provider);

    /** See {@link AuthorizationPolicy#rules()}. */
    public abstract Builder rules(List<AuthorizationRule> rules);

    /** See {@link AuthorizationPolicy#rules()}. */
    public abstract Builder rules(AuthorizationRule... rules);

    /** Builds the value. */
    public abstract AuthorizationPolicy build();
  }
}
