// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
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

  /** Name of the owner, for example of the deployment. */
  public abstract String workloadName();

  /** SPIFFE name of the account. Absent: none. */
  public abstract Optional<String> serviceAccount();

  /** {@code istio} where a sidecar takes mutual TLS, otherwise {@code disabled}. */
  public abstract String tlsMode();

  /** Where the instance runs. */
  public abstract Locality locality();

  /** The network of the addresses. Empty: the default one. */
  public abstract String network();

  /** The node. Empty: not known. */
  public abstract String nodeName();

  /** The cluster. */
  public abstract String clusterId();

  /** Whether it takes traffic. */
  public abstract boolean ready();

  /** The ports that are declared. */
  public abstract ImmutableList<ContainerPort> ports();

  /** Host name within the subdomain. Empty: none. */
  public abstract String hostName();

  /** Subdomain. Empty: none. */
  public abstract String subDomain();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Workload.Builder()
        .addresses(ImmutableList.of())
        .workloadName("")
        .tlsMode("")
        .network("")
        .nodeName("")
        .clusterId("")
        .ready(false)
        .ports(ImmutableList.of())
        .hostName("")
        .subDomain("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Workload}; required: {@code metadata}, {@code locality}. */
  @AutoValue.Builder
  public abstract static class Builder {
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

    /** See {@link Workload#tlsMode()}. */
    public abstract Builder tlsMode(String tlsMode);

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

    /** See {@link Workload#hostName()}. */
    public abstract Builder hostName(String hostName);

    /** See {@link Workload#subDomain()}. */
    public abstract Builder subDomain(String subDomain);

    /** Builds the value. */
    public abstract Workload build();
  }
}
