// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import java.util.Map;
import java.util.Optional;

/**
 * Whether inbound traffic to workloads must use mutual TLS (Istio reference: PeerAuthentication).
 * Workload over namespace over root namespace; the oldest of each scope counts.
 */
@AutoValue
public abstract class PeerAuthentication {
  PeerAuthentication() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Labels of the workloads in its namespace that it applies to. Absent or empty: the namespace, or
   * the mesh if in the root namespace.
   */
  public abstract Optional<WorkloadSelector> selector();

  /** Setting for all ports. Absent: inherited from the wider scope, PERMISSIVE at last. */
  public abstract Optional<MutualTls> mtls();

  /**
   * Setting by workload port number (1 to 65535), not service port; only used with a selector.
   * Empty: {@code mtls} applies to all ports.
   */
  public abstract ImmutableMap<String, MutualTls> portLevelMtls();

  /** A mode for all workloads of the namespace; of the mesh in its root namespace. */
  public static PeerAuthentication of(ObjectMeta metadata, MutualTlsMode mode) {
    return builder().metadata(metadata).mtls(MutualTls.of(mode)).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_PeerAuthentication.Builder().portLevelMtls(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link PeerAuthentication}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link PeerAuthentication#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link PeerAuthentication#selector()}. */
    public abstract Builder selector(WorkloadSelector selector);

    /** See {@link PeerAuthentication#selector()}; empty clears it. */
    public abstract Builder selector(Optional<WorkloadSelector> selector);

    /** See {@link PeerAuthentication#mtls()}. */
    public abstract Builder mtls(MutualTls mtls);

    /** See {@link PeerAuthentication#mtls()}; empty clears it. */
    public abstract Builder mtls(Optional<MutualTls> mtls);

    /** See {@link PeerAuthentication#portLevelMtls()}. */
    public abstract Builder portLevelMtls(Map<String, MutualTls> portLevelMtls);

    /** Builds the value. */
    public abstract PeerAuthentication build();
  }
}
