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

/** Conditions on a TLS connection, all of which must hold. Istio reference: TLSMatchAttributes. */
@AutoValue
public abstract class TlsMatch {
  TlsMatch() {}

  /**
   * Server names, wildcards allowed, one of which the client must ask for; each must fall under a
   * host of the document, and {@code *} asks for nothing. Empty: invalid.
   */
  public abstract ImmutableList<String> sniHosts();

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
    return new AutoValue_TlsMatch.Builder()
        .sniHosts(ImmutableList.of())
        .destinationSubnets(ImmutableList.of())
        .sourceLabels(ImmutableMap.of())
        .gateways(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TlsMatch}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TlsMatch#sniHosts()}. */
    public abstract Builder sniHosts(List<String> sniHosts);

    /** See {@link TlsMatch#sniHosts()}. */
    public abstract Builder sniHosts(String... sniHosts);

    /** See {@link TlsMatch#destinationSubnets()}. */
    public abstract Builder destinationSubnets(List<String> destinationSubnets);

    /** See {@link TlsMatch#destinationSubnets()}. */
    public abstract Builder destinationSubnets(String... destinationSubnets);

    /** See {@link TlsMatch#port()}. */
    public abstract Builder port(int port);

    /** See {@link TlsMatch#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link TlsMatch#sourceLabels()}. */
    public abstract Builder sourceLabels(Map<String, String> sourceLabels);

    /** See {@link TlsMatch#gateways()}. */
    public abstract Builder gateways(List<String> gateways);

    /** See {@link TlsMatch#gateways()}. */
    public abstract Builder gateways(String... gateways);

    /** See {@link TlsMatch#sourceNamespace()}. */
    public abstract Builder sourceNamespace(String sourceNamespace);

    /** See {@link TlsMatch#sourceNamespace()}; empty clears it. */
    public abstract Builder sourceNamespace(Optional<String> sourceNamespace);

    /** Builds the value. */
    public abstract TlsMatch build();
  }
}
