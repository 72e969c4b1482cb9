// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import java.util.List;
import java.util.Optional;

/**
 * Which tokens the workloads that it selects accept (Istio reference: RequestAuthentication). A
 * request with a wrong token is refused; one without a token is let in, with no identity. The rules
 * of all that select a workload count together.
 */
@AutoValue
public abstract class RequestAuthentication {
  RequestAuthentication() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Labels of the workloads that it applies to, in its namespace; in every one for an object of the
   * root namespace. Absent or empty: all workloads of the namespace, or of the mesh. At most one of
   * this, {@code targetRef} and {@code targetRefs}.
   */
  public abstract Optional<WorkloadSelector> selector();

  /**
   * What it applies to, in the older form of {@code targetRefs}. Absent: {@code selector} says it.
   */
  public abstract Optional<PolicyTargetReference> targetRef();

  /**
   * What it applies to instead of what a selector finds. A sidecar ignores objects that have any.
   * Empty: {@code selector} says it.
   */
  public abstract ImmutableList<PolicyTargetReference> targetRefs();

  /** Tokens that are accepted, one rule for each issuer. Empty: no token is looked at. */
  public abstract ImmutableList<JwtRule> jwtRules();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RequestAuthentication.Builder()
        .targetRefs(ImmutableList.of())
        .jwtRules(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RequestAuthentication}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RequestAuthentication#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link RequestAuthentication#selector()}. */
    public abstract Builder selector(WorkloadSelector selector);

    /** See {@link RequestAuthentication#selector()}; empty clears it. */
    public abstract Builder selector(Optional<WorkloadSelector> selector);

    /** See {@link RequestAuthentication#targetRef()}. */
    public abstract Builder targetRef(PolicyTargetReference targetRef);

    /** See {@link RequestAuthentication#targetRef()}; empty clears it. */
    public abstract Builder targetRef(Optional<PolicyTargetReference> targetRef);

    /** See {@link RequestAuthentication#targetRefs()}. */
    public abstract Builder targetRefs(List<PolicyTargetReference> targetRefs);

    /** See {@link RequestAuthentication#targetRefs()}. */
    public abstract Builder targetRefs(PolicyTargetReference... targetRefs);

    /** See {@link RequestAuthentication#jwtRules()}. */
    public abstract Builder jwtRules(List<JwtRule> jwtRules);

    /** See {@link RequestAuthentication#jwtRules()}. */
    public abstract Builder jwtRules(JwtRule... jwtRules);

    /** Builds the value. */
    public abstract RequestAuthentication build();
  }
}
