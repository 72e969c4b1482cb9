// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * An outbound listener of a sidecar and the services it imports (Istio reference:
 * IstioEgressListener).
 */
@AutoValue
public abstract class EgressListener {
  EgressListener() {}

  /**
   * Port of the listener; only services with this port number are used, except for HTTP_PROXY and
   * Unix sockets. Absent: all ports not claimed by other entries.
   */
  public abstract Optional<SidecarPort> port();

  /**
   * IP address or {@code unix://} path to listen on; a Unix socket needs port number 0. Absent:
   * loopback if bound for real, else service addresses or the wildcard address.
   */
  public abstract Optional<String> bind();

  /** Whether traffic is captured or the port is bound for real. Unset: DEFAULT. */
  public abstract CaptureMode captureMode();

  /**
   * Imports as {@code namespace/host}: namespace a name, {@code *}, {@code .} for its own, or with
   * {@code ~} to exclude. Required: an empty list is an error.
   */
  public abstract ImmutableList<String> hosts();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_EgressListener.Builder()
        .captureMode(CaptureMode.DEFAULT)
        .hosts(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link EgressListener}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link EgressListener#port()}. */
    public abstract Builder port(SidecarPort port);

    /** See {@link EgressListener#port()}; empty clears it. */
    public abstract Builder port(Optional<SidecarPort> port);

    /** See {@link EgressListener#bind()}. */
    public abstract Builder bind(String bind);

    /** See {@link EgressListener#bind()}; empty clears it. */
    public abstract Builder bind(Optional<String> bind);

    /** See {@link EgressListener#captureMode()}. */
    public abstract Builder captureMode(CaptureMode captureMode);

    /** See {@link EgressListener#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link EgressListener#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** Builds the value. */
    public abstract EgressListener build();
  }
}
