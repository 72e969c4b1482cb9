// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.internal.builder.DerivedDefault;
import io.rutter.model.mesh.MeshDefaults;
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

  /**
   * Labels of the workload, with the {@link TopologyLabels} of its locality, cluster, node and
   * network, which the builder adds.
   */
  public abstract ImmutableMap<String, String> labels();

  /**
   * The network that the address belongs to. Default: the label {@link TopologyLabels#NETWORK}.
   * Empty: the default network.
   */
  public abstract String network();

  /** Where the endpoint runs. Default: that of the {@link TopologyLabels#locality labels}. */
  public abstract Locality locality();

  /** Share of the load relative to its neighbours. Absent: 1. */
  public abstract OptionalLong weight();

  /** SPIFFE name of the workload's account. Absent: none. */
  public abstract Optional<String> serviceAccount();

  /**
   * Whether a sidecar accepts mutual TLS. Default: the label {@link EndpointTlsMode#LABEL}, else
   * {@link EndpointTlsMode#DISABLED}.
   */
  public abstract EndpointTlsMode tlsMode();

  /** Whether it receives traffic. Default: {@link Health#HEALTHY}, as in an EndpointSlice. */
  public abstract Health health();

  /** Name of the workload (deployment, for example). Empty: not known. */
  public abstract String workloadName();

  /** Namespace of the workload. */
  public abstract String namespace();

  /** Node that it runs on. Empty: not known. */
  public abstract String nodeName();

  /** Cluster that it runs in. Default: {@link MeshDefaults#CLUSTER_ID}. */
  public abstract String clusterId();

  /** Host name within the subdomain (pods of stateful sets). Empty: none. */
  public abstract String hostName();

  /** Subdomain of the pod. Empty: none. */
  public abstract String subDomain();

  /**
   * A healthy endpoint without a sidecar. {@link ServiceEndpoints#of} says which port of the
   * service it serves, if that has only one.
   */
  public static Endpoint of(String address, int port) {
    return builder().addresses(address).port(port).build();
  }

  /** A healthy endpoint without a sidecar, which serves that port of the service. */
  public static Endpoint of(String address, int port, String servicePortName) {
    return builder().addresses(address).port(port).servicePortName(servicePortName).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Endpoint.Builder()
        .addresses(ImmutableList.of())
        .port(0)
        .servicePortName("")
        .labels(ImmutableMap.of())
        .health(Health.HEALTHY)
        .workloadName("")
        .namespace("")
        .nodeName("")
        .clusterId(MeshDefaults.CLUSTER_ID)
        .hostName("")
        .subDomain("");
  }

  /**
   * A builder that starts from this value. What has its default, such as {@link #tlsMode()},
   * follows the labels, and the labels of the topology follow the properties that they repeat.
   */
  public final Builder toBuilder() {
    Builder builder = autoToBuilder();
    builder.origin = Optional.of(this);
    return builder;
  }

  abstract Builder autoToBuilder();

  /** Whether the labels have those of the topology. */
  private boolean hasTopologyLabels() {
    return TopologyLabels.add(labels(), locality(), clusterId(), nodeName(), network())
        .equals(labels());
  }

  /** The labels without those of the topology that say no more than the other properties. */
  private ImmutableMap<String, String> declaredLabels() {
    return hasTopologyLabels()
        ? TopologyLabels.remove(labels(), locality(), clusterId(), nodeName(), network())
        : labels();
  }

  /** Builds an {@link Endpoint}. */
  @AutoValue.Builder
  public abstract static class Builder {
    private boolean withTopologyLabels = true;

    /** What the builder starts from, or has built last. */
    private Optional<Endpoint> origin = Optional.empty();

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

    /** See {@link Endpoint#weight()}; empty clears it. */
    public abstract Builder weight(OptionalLong weight);

    /** See {@link Endpoint#serviceAccount()}. */
    public abstract Builder serviceAccount(String serviceAccount);

    /** See {@link Endpoint#serviceAccount()}; empty clears it. */
    public abstract Builder serviceAccount(Optional<String> serviceAccount);

    /** See {@link Endpoint#tlsMode()}. */
    public abstract Builder tlsMode(EndpointTlsMode tlsMode);

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

    /**
     * Leaves the labels as they are set, without those of the topology, for what is no workload:
     * the host of a ServiceEntry.
     */
    public final Builder withoutTopologyLabels() {
      withTopologyLabels = false;
      return this;
    }

    abstract ImmutableMap<String, String> labels();

    abstract Optional<Locality> locality();

    abstract Optional<String> network();

    abstract Optional<EndpointTlsMode> tlsMode();

    abstract String clusterId();

    abstract String nodeName();

    abstract Endpoint autoBuild();

    /** Builds the value. */
    public final Endpoint build() {
      if (!withTopologyLabels || !origin.map(this::hasTheDefaultsOf).orElse(false)) {
        deriveDefaults();
      }
      Endpoint built = autoBuild();
      origin = Optional.of(built);
      return built;
    }

    /** Whether nothing has changed that a default follows from, and no default. */
    private boolean hasTheDefaultsOf(Endpoint value) {
      return labels().equals(value.labels())
          && clusterId().equals(value.clusterId())
          && nodeName().equals(value.nodeName())
          && locality().equals(Optional.of(value.locality()))
          && network().equals(Optional.of(value.network()))
          && tlsMode().equals(Optional.of(value.tlsMode()));
    }

    private void deriveDefaults() {
      ImmutableMap<String, String> declared =
          origin
              .filter(value -> value.labels().equals(labels()))
              .map(Endpoint::declaredLabels)
              .orElse(labels());
      boolean topology = withTopologyLabels && origin.map(Endpoint::hasTopologyLabels).orElse(true);
      Locality locality =
          DerivedDefault.startingAt(origin.map(value -> TopologyLabels.locality(value.labels())))
              .of(locality(), () -> TopologyLabels.locality(declared));
      String network =
          DerivedDefault.startingAt(origin.map(value -> TopologyLabels.network(value.labels())))
              .of(network(), () -> networkOf(declared));
      EndpointTlsMode tlsMode =
          DerivedDefault.startingAt(origin.map(value -> EndpointTlsMode.of(value.labels())))
              .of(tlsMode(), () -> EndpointTlsMode.of(declared));
      labels(
              topology
                  ? TopologyLabels.add(declared, locality, clusterId(), nodeName(), network)
                  : declared)
          .locality(locality)
          .network(network)
          .tlsMode(tlsMode);
    }

    /** The network that the labels name; a label that was made of a network stands for it. */
    private String networkOf(ImmutableMap<String, String> declared) {
      String named = TopologyLabels.network(declared);
      return named.isEmpty() ? origin.map(Endpoint::network).orElse("") : named;
    }
  }
}
