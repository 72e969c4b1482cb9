// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One endpoint outside Kubernetes, written in a service entry or as an object of its own (Istio
 * reference: Workload Entry). Port precedence is: Unix socket, {@code ports}, target port, service
 * port.
 */
@AutoValue
public abstract class WorkloadEntry {
  WorkloadEntry() {}

  /**
   * IP address, {@code unix://} socket path, or host name (DNS resolutions only). Absent: allowed
   * only with {@code network}, and the endpoint is reached through the gateways of that network.
   */
  public abstract Optional<String> address();

  /**
   * Port number by service port name; not allowed with a Unix socket. Range: 1 to 65535; an
   * unlisted name uses the target port of the service, else its port number.
   */
  public abstract ImmutableMap<String, Integer> ports();

  /**
   * Labels for subsets and selectors; for a WorkloadEntry object, the labels of its metadata take
   * precedence. Empty: no labels, so subsets with labels do not contain it.
   */
  public abstract ImmutableMap<String, String> labels();

  /**
   * Network of the endpoint, which decides whether traffic goes through a gateway; only this field
   * counts, not the network label. Absent: the default network.
   */
  public abstract Optional<String> network();

  /**
   * Locality as {@code region/zone/subzone}, where trailing parts may be left out. Absent: the
   * locality label, else no locality.
   */
  public abstract Optional<String> locality();

  /** Share of load relative to the other endpoints. Absent or 0: weight 1. */
  public abstract OptionalLong weight();

  /**
   * Service account whose identity the certificate must show; it also implies mutual TLS unless the
   * label {@code security.istio.io/tlsMode} is set. Absent: no identity and plain text by default.
   */
  public abstract Optional<String> serviceAccount();

  /** An endpoint at an IP address, a {@code unix://} path or a host name. */
  public static WorkloadEntry of(String address) {
    return builder().address(address).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_WorkloadEntry.Builder().ports(ImmutableMap.of()).labels(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link WorkloadEntry}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link WorkloadEntry#address()}. */
    public abstract Builder address(String address);

    /** See {@link WorkloadEntry#address()}; empty clears it. */
    public abstract Builder address(Optional<String> address);

    /** See {@link WorkloadEntry#ports()}. */
    public abstract Builder ports(Map<String, Integer> ports);

    /** See {@link WorkloadEntry#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link WorkloadEntry#network()}. */
    public abstract Builder network(String network);

    /** See {@link WorkloadEntry#network()}; empty clears it. */
    public abstract Builder network(Optional<String> network);

    /** See {@link WorkloadEntry#locality()}. */
    public abstract Builder locality(String locality);

    /** See {@link WorkloadEntry#locality()}; empty clears it. */
    public abstract Builder locality(Optional<String> locality);

    /** See {@link WorkloadEntry#weight()}. */
    public abstract Builder weight(long weight);

    /** See {@link WorkloadEntry#weight()}; empty clears it. */
    public abstract Builder weight(OptionalLong weight);

    /** See {@link WorkloadEntry#serviceAccount()}. */
    public abstract Builder serviceAccount(String serviceAccount);

    /** See {@link WorkloadEntry#serviceAccount()}; empty clears it. */
    public abstract Builder serviceAccount(Optional<String> serviceAccount);

    /** Builds the value. */
    public abstract WorkloadEntry build();
  }
}
