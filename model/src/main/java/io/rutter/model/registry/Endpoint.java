// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One place that serves one port of a service. */
@AutoValue
public abstract class Endpoint {
  Endpoint() {}

  /**
   * IPs (several on dual-stack networks), one host name, or one Unix socket as {@code
   * unix:///path}.
   */
  public abstract ImmutableList<String> addresses();

  /** The port at that address. 0 for Unix sockets. */
  public abstract int port();

  /** The name of the {@link ServicePort} that is served. */
  public abstract String servicePortName();

  /** Labels of the workload, with the topology labels that the registry added. */
  public abstract ImmutableMap<String, String> labels();

  /** The network that the address belongs to. Empty: the default one. */
  public abstract String network();

  /** Where the endpoint runs. */
  public abstract Locality locality();

  /** Share of the load relative to its neighbours. Absent: 1. */
  public abstract OptionalLong weight();

  /** SPIFFE name of the workload's account. Absent: none. */
  public abstract Optional<String> serviceAccount();

  /** {@code istio} where a sidecar takes mutual TLS, otherwise {@code disabled}. */
  public abstract String tlsMode();

  /** Whether it takes traffic. */
  public abstract Health health();

  /** Name of the workload (deployment, for example). Empty: not known. */
  public abstract String workloadName();

  /** Namespace of the workload. */
  public abstract String namespace();

  /** Node that it runs on. Empty: not known. */
  public abstract String nodeName();

  /** Cluster that it runs in. */
  public abstract String clusterId();

  /** Host name within the subdomain (pods of stateful sets). Empty: none. */
  public abstract String hostName();

  /** Subdomain of the pod. Empty: none. */
  public abstract String subDomain();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Endpoint.Builder()
        .addresses(ImmutableList.of())
        .port(0)
        .servicePortName("")
        .labels(ImmutableMap.of())
        .network("")
        .tlsMode("")
        .health(Health.UNKNOWN)
        .workloadName("")
        .namespace("")
        .nodeName("")
        .clusterId("")
        .hostName("")
        .subDomain("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link Endpoint}; required: {@code locality}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Endpoint#addresses()}. */
    public abstract Builder addresses(List<String> addresses);

    /** See {@link Endpoint#addresses()}. */
    public abstract Builder addresses(String... addresses);

    /** See {@link Endpoint#port()}. */
    public abstract Builder port(int port);

    /** See {@link Endpoint#servicePortName()}. */
    public abstract Builder servicePortName(String servicePortName);

    /** See {@link Endpoint#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link Endpoint#network()}. */
    public abstract Builder network(String network);

    /** See {@link Endpoint#locality()}. */
    public abstract Builder locality(Locality locality);

    /** See {@link Endpoint#weight()}. */
    public abstract Builder weight(long weight);

    /** See {@link Endpoint#serviceAccount()}. */
    public abstract Builder serviceAccount(String serviceAccount);

    /** See {@link Endpoint#tlsMode()}. */
    public abstract Builder tlsMode(String tlsMode);

    /** See {@link Endpoint#health()}. */
    public abstract Builder health(Health health);

    /** See {@link Endpoint#workloadName()}. */
    public abstract Builder workloadName(String workloadName);

    /** See {@link Endpoint#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** See {@link Endpoint#nodeName()}. */
    public abstract Builder nodeName(String nodeName);

    /** See {@link Endpoint#clusterId()}. */
    public abstract Builder clusterId(String clusterId);

    /** See {@link Endpoint#hostName()}. */
    public abstract Builder hostName(String hostName);

    /** See {@link Endpoint#subDomain()}. */
    public abstract Builder subDomain(String subDomain);

    /** Builds the value. */
    public abstract Endpoint build();
  }
}
