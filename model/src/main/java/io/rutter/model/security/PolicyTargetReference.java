// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;

/** What a policy applies to (Istio reference: PolicyTargetReference). */
@AutoValue
public abstract class PolicyTargetReference {
  PolicyTargetReference() {}

  /** The API group of its kind. Empty: Kubernetes' core group. */
  public abstract String group();

  /**
   * Its kind: Service, ServiceEntry of {@code networking.istio.io}, Gateway or GatewayClass of
   * {@code gateway.networking.k8s.io}.
   */
  public abstract String kind();

  /** Its name. Required. */
  public abstract String name();

  /** Its namespace; only the policy's own, which is said by the empty text. */
  public abstract String namespace();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_PolicyTargetReference.Builder().group("").kind("").name("").namespace("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link PolicyTargetReference}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link PolicyTargetReference#group()}. */
    public abstract Builder group(String group);

    /** See {@link PolicyTargetReference#kind()}. */
    public abstract Builder kind(String kind);

    /** See {@link PolicyTargetReference#name()}. */
    public abstract Builder name(String name);

    /** See {@link PolicyTargetReference#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** Builds the value. */
    public abstract PolicyTargetReference build();
  }
}
