// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * Policy for connections to a service. Istio reference: TrafficPolicy. A subset's policy overrides
 * this one block by block, whereas a port's settings replace all of it for that port.
 */
@AutoValue
public abstract class TrafficPolicy {
  TrafficPolicy() {}

  /** How an endpoint is chosen. Absent: least request. */
  public abstract Optional<LoadBalancer> loadBalancer();

  /**
   * Limits and timeouts of connections. Absent: that of the mesh's default traffic policy, if any.
   */
  public abstract Optional<ConnectionPool> connectionPool();

  /**
   * When failing endpoints are taken out of use. Absent: that of the mesh's default traffic policy,
   * if any.
   */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** TLS towards the endpoints. Absent: automatic mutual TLS where it applies, else plain text. */
  public abstract Optional<ClientTls> tls();

  /**
   * Policies of single ports, at most 4096; what one leaves out takes its default and is not
   * inherited, and tunnel, proxyProtocol and retryBudget of a rule's policy are lost for its port.
   * Empty: all ports have the same policy.
   */
  public abstract ImmutableList<PortTrafficPolicy> portLevelSettings();

  /**
   * Carry TCP and TLS connections through an HTTP tunnel; not allowed together with proxyProtocol
   * and without effect on HTTP routes. Absent: no tunnel.
   */
  public abstract Optional<Tunnel> tunnel();

  /**
   * Begin each connection with a PROXY protocol header; not allowed together with tunnel. Absent:
   * no header.
   */
  public abstract Optional<ProxyProtocol> proxyProtocol();

  /**
   * Limit of concurrent retries relative to active requests. Absent: only the fixed limit of the
   * connection pool.
   */
  public abstract Optional<RetryBudget> retryBudget();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TrafficPolicy.Builder().portLevelSettings(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TrafficPolicy#loadBalancer()}. */
    public abstract Builder loadBalancer(LoadBalancer loadBalancer);

    /** See {@link TrafficPolicy#loadBalancer()}; empty clears it. */
    public abstract Builder loadBalancer(Optional<LoadBalancer> loadBalancer);

    /** See {@link TrafficPolicy#connectionPool()}. */
    public abstract Builder connectionPool(ConnectionPool connectionPool);

    /** See {@link TrafficPolicy#connectionPool()}; empty clears it. */
    public abstract Builder connectionPool(Optional<ConnectionPool> connectionPool);

    /** See {@link TrafficPolicy#outlierDetection()}. */
    public abstract Builder outlierDetection(OutlierDetection outlierDetection);

    /** See {@link TrafficPolicy#outlierDetection()}; empty clears it. */
    public abstract Builder outlierDetection(Optional<OutlierDetection> outlierDetection);

    /** See {@link TrafficPolicy#tls()}. */
    public abstract Builder tls(ClientTls tls);

    /** See {@link TrafficPolicy#tls()}; empty clears it. */
    public abstract Builder tls(Optional<ClientTls> tls);

    /** See {@link TrafficPolicy#portLevelSettings()}. */
    public abstract Builder portLevelSettings(List<PortTrafficPolicy> portLevelSettings);

    /** See {@link TrafficPolicy#portLevelSettings()}. */
    public abstract Builder portLevelSettings(PortTrafficPolicy... portLevelSettings);

    /** See {@link TrafficPolicy#tunnel()}. */
    public abstract Builder tunnel(Tunnel tunnel);

    /** See {@link TrafficPolicy#tunnel()}; empty clears it. */
    public abstract Builder tunnel(Optional<Tunnel> tunnel);

    /** See {@link TrafficPolicy#proxyProtocol()}. */
    public abstract Builder proxyProtocol(ProxyProtocol proxyProtocol);

    /** See {@link TrafficPolicy#proxyProtocol()}; empty clears it. */
    public abstract Builder proxyProtocol(Optional<ProxyProtocol> proxyProtocol);

    /** See {@link TrafficPolicy#retryBudget()}. */
    public abstract Builder retryBudget(RetryBudget retryBudget);

    /** See {@link TrafficPolicy#retryBudget()}; empty clears it. */
    public abstract Builder retryBudget(Optional<RetryBudget> retryBudget);

    /** Builds the value. */
    public abstract TrafficPolicy build();
  }
}
