// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Conditions on a TCP connection, all of which must hold. Istio reference: L4MatchAttributes. */
@AutoValue
public abstract class TcpMatch {
  TcpMatch() {}

  /**
   * Addresses or CIDR blocks, IPv4 or IPv6, one of which the connection must be meant for; they
   * replace the service's own addresses. Empty: those of the service.
   */
  public abstract ImmutableList<String> destinationSubnets();

  /** Port that the connection must come in on, 1 to 65535. Absent: any port. */
  public abstract OptionalInt port();

  /** Labels that the proxy's own workload must have. Empty: any workload. */
  public abstract ImmutableMap<String, String> sourceLabels();

  /**
   * Gateways, or {@code mesh}, that this match is for, in place of the document's list. Empty:
   * those of the document.
   */
  public abstract ImmutableList<String> gateways();

  /** Namespace that the proxy must be in. Absent: any namespace. */
  public abstract Optional<String> sourceNamespace();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TcpMatch.Builder()
        .destinationSubnets(ImmutableList.of())
        .sourceLabels(ImmutableMap.of())
        .gateways(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TcpMatch}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TcpMatch#destinationSubnets()}. */
    public abstract Builder destinationSubnets(List<String> destinationSubnets);

    /** See {@link TcpMatch#destinationSubnets()}. */
    public abstract Builder destinationSubnets(String... destinationSubnets);

    /** See {@link TcpMatch#port()}. */
    public abstract Builder port(int port);

    /** See {@link TcpMatch#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link TcpMatch#sourceLabels()}. */
    public abstract Builder sourceLabels(Map<String, String> sourceLabels);

    /** See {@link TcpMatch#gateways()}. */
    public abstract Builder gateways(List<String> gateways);

    /** See {@link TcpMatch#gateways()}. */
    public abstract Builder gateways(String... gateways);

    /** See {@link TcpMatch#sourceNamespace()}. */
    public abstract Builder sourceNamespace(String sourceNamespace);

    /** See {@link TcpMatch#sourceNamespace()}; empty clears it. */
    public abstract Builder sourceNamespace(Optional<String> sourceNamespace);

    /** Builds the value. */
    public abstract TcpMatch build();
  }
}
