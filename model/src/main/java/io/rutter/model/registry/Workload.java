// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.builder.DerivedDefault;
import io.rutter.model.mesh.MeshDefaults;
import java.util.List;
import java.util.Optional;

/** One running instance of a program: a Kubernetes pod, for example. */
@AutoValue
public abstract class Workload {
  Workload() {}

  /** Name, namespace and labels. */
  public abstract ObjectMeta metadata();

  /** IPs of the instance, the main one first. */
  public abstract ImmutableList<String> addresses();

  /** Name of the owner, for example of the deployment. Default: the name of the instance. */
  public abstract String workloadName();

  /** {@linkplain SpiffeNames SPIFFE name} of the account. Absent: none. */
  public abstract Optional<String> serviceAccount();

  /**
   * Whether a sidecar accepts mutual TLS. Default: the label {@link EndpointTlsMode#LABEL}, else
   * {@link EndpointTlsMode#DISABLED}.
   */
  public abstract EndpointTlsMode tlsMode();

  /** Where the instance runs. Default: that of the {@link TopologyLabels#locality labels}. */
  public abstract Locality locality();

  /**
   * The network of the addresses. Default: the label {@link TopologyLabels#NETWORK}. Empty: the
   * default network.
   */
  public abstract String network();

  /** The node. Empty: not known. */
  public abstract String nodeName();

  /** The cluster. Default: {@link MeshDefaults#CLUSTER_ID}. */
  public abstract String clusterId();

  /**
   * Whether it receives traffic. Default: false, as for a Pod without the condition {@code Ready};
   * no ServiceEntry selects an instance that is not ready.
   */
  public abstract boolean ready();

  /** The ports that are declared. */
  public abstract ImmutableList<ContainerPort> ports();

  /** Whether its addresses are those of its node ({@code hostNetwork}). Default: false. */
  public abstract boolean onNodeNetwork();

  /** Host name within the subdomain. Empty: none. */
  public abstract String hostName();

  /** Subdomain. Empty: none. */
  public abstract String subDomain();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Workload.Builder()
        .addresses(ImmutableList.of())
        .nodeName("")
        .clusterId(MeshDefaults.CLUSTER_ID)
        .ready(false)
        .ports(ImmutableList.of())
        .onNodeNetwork(false)
        .hostName("")
        .subDomain("");
  }

  /**
   * A builder that starts from this value. What has its default, such as {@link #locality()},
   * follows the {@link #metadata()} that it is derived from.
   */
  public final Builder toBuilder() {
    ImmutableMap<String, String> labels = metadata().labels();
    Builder builder = autoToBuilder();
    builder.defaultName.startAt(metadata().name());
    builder.defaultTlsMode.startAt(EndpointTlsMode.of(labels));
    builder.defaultLocality.startAt(TopologyLabels.locality(labels));
    builder.defaultNetwork.startAt(TopologyLabels.network(labels));
    return builder;
  }

  abstract Builder autoToBuilder();

  /** Builds a {@link Workload}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    private final DerivedDefault<String> defaultName = new DerivedDefault<>();
    private final DerivedDefault<EndpointTlsMode> defaultTlsMode = new DerivedDefault<>();
    private final DerivedDefault<Locality> defaultLocality = new DerivedDefault<>();
    private final DerivedDefault<String> defaultNetwork = new DerivedDefault<>();

    Builder() {}

    /** See {@link Workload#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link Workload#addresses()}. */
    public abstract Builder addresses(List<String> addresses);

    /** See {@link Workload#addresses()}. */
    public abstract Builder addresses(String... addresses);

    /** See {@link Workload#workloadName()}. */
    public abstract Builder workloadName(String workloadName);

    /** See {@link Workload#serviceAccount()}. */
    public abstract Builder serviceAccount(String serviceAccount);

    /** See {@link Workload#serviceAccount()}; empty clears it. */
    public abstract Builder serviceAccount(Optional<String> serviceAccount);

    /** See {@link Workload#tlsMode()}. */
    public abstract Builder tlsMode(EndpointTlsMode tlsMode);

    /** See {@link Workload#locality()}. */
    public abstract Builder locality(Locality locality);

    /** See {@link Workload#network()}. */
    public abstract Builder network(String network);

    /** See {@link Workload#nodeName()}. */
    public abstract Builder nodeName(String nodeName);

    /** See {@link Workload#clusterId()}. */
    public abstract Builder clusterId(String clusterId);

    /** See {@link Workload#ready()}. */
    public abstract Builder ready(boolean ready);

    /** See {@link Workload#ports()}. */
    public abstract Builder ports(List<ContainerPort> ports);

    /** See {@link Workload#ports()}. */
    public abstract Builder ports(ContainerPort... ports);

    /** See {@link Workload#onNodeNetwork()}. */
    public abstract Builder onNodeNetwork(boolean onNodeNetwork);

    /** See {@link Workload#hostName()}. */
    public abstract Builder hostName(String hostName);

    /** See {@link Workload#subDomain()}. */
    public abstract Builder subDomain(String subDomain);

    abstract Optional<ObjectMeta> metadata();

    abstract Optional<String> workloadName();

    abstract Optional<EndpointTlsMode> tlsMode();

    abstract Optional<Locality> locality();

    abstract Optional<String> network();

    abstract Workload autoBuild();

    /** Builds the value. */
    public final Workload build() {
      metadata().ifPresent(this::setDefaults);
      return autoBuild();
    }

    private void setDefaults(ObjectMeta metadata) {
      ImmutableMap<String, String> labels = metadata.labels();
      workloadName(defaultName.of(workloadName(), metadata::name))
          .tlsMode(defaultTlsMode.of(tlsMode(), () -> EndpointTlsMode.of(labels)))
          .locality(defaultLocality.of(locality(), () -> TopologyLabels.locality(labels)))
          .network(defaultNetwork.of(network(), () -> TopologyLabels.network(labels)));
    }
  }
}
