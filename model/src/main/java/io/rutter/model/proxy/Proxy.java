// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.proxy;

import com.google.auto.value.AutoValue;
import com.google.auto.value.extension.memoized.Memoized;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.internal.builder.DerivedDefault;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.registry.TopologyLabels;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An Envoy to translate for. */
@AutoValue
public abstract class Proxy {
  private static final String UNKNOWN_ADDRESS = "1.1.1.1";

  Proxy() {}

  /** Name of the workload instance (the pod). */
  public abstract String name();

  /** Its namespace. Default: {@code default}. */
  public abstract String namespace();

  /** {@code NAME.NAMESPACE}, by which commands and control planes name the proxy. */
  public final String id() {
    return name() + "." + namespace();
  }

  /** The role. Default: {@link ProxyType#SIDECAR}. */
  public abstract ProxyType type();

  /**
   * Its IP addresses, the main one first. Default, also in place of an empty list: {@code 1.1.1.1},
   * as in Istio's own tests, which makes it a proxy that speaks IPv4 and serves no endpoint.
   */
  public abstract ImmutableList<String> ipAddresses();

  /** Labels of the workload, as given; see {@link #selectableLabels()}. */
  public abstract ImmutableMap<String, String> labels();

  /**
   * The labels that selectors see: those of the workload, and {@link TopologyLabels} for its
   * location, which istiod adds to each proxy that connects.
   */
  @Memoized
  @SuppressWarnings("exports") // Users need no AutoValue.
  public ImmutableMap<String, String> selectableLabels() {
    String node = Objects.toString(metadata().get("NODE_NAME"), "");
    return TopologyLabels.add(labels(), locality(), cluster(), node, network());
  }

  /** Annotations of the workload. */
  public abstract ImmutableMap<String, String> annotations();

  /** Account that it runs under. Empty: none. */
  public abstract String serviceAccount();

  /** Cluster that it runs in. Default: {@link MeshDefaults#CLUSTER_ID}. */
  public abstract String cluster();

  /** Network of its addresses. Empty: the default one. */
  public abstract String network();

  /** Where it runs. Default: {@link Locality#UNKNOWN}. */
  public abstract Locality locality();

  /**
   * Domain that short host names are completed with. Default: that of its namespace, {@code
   * NAMESPACE.svc.cluster.local}. Empty: there are no short names.
   */
  public abstract String dnsDomain();

  /**
   * Istio node metadata by name, for example {@code INTERCEPTION_MODE}. The values are strings,
   * numbers, booleans, and lists and maps of these. {@code PROXY_CONFIG} is ignored here: see
   * {@link #proxyConfig()}.
   */
  public abstract ImmutableMap<String, Object> metadata();

  /**
   * Its own ProxyConfig, in place of that of the mesh as a whole (Istio node metadata {@code
   * PROXY_CONFIG}). Absent: that of the mesh.
   */
  public abstract Optional<ProxyConfig> proxyConfig();

  /** A sidecar; {@code toBuilder().type(ProxyType.GATEWAY)} makes a gateway of it. */
  public static Proxy of(String namespace, String name, String... ipAddresses) {
    return builder().namespace(namespace).name(name).ipAddresses(ipAddresses).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Proxy.Builder()
        .name("")
        .namespace("default")
        .type(ProxyType.SIDECAR)
        .ipAddresses(ImmutableList.of())
        .labels(ImmutableMap.of())
        .annotations(ImmutableMap.of())
        .serviceAccount("")
        .cluster(MeshDefaults.CLUSTER_ID)
        .network("")
        .locality(Locality.UNKNOWN)
        .metadata(ImmutableMap.of());
  }

  /**
   * A builder that starts from this value. A {@link #dnsDomain()} that is the default follows the
   * namespace.
   */
  public final Builder toBuilder() {
    Builder builder = autoToBuilder();
    builder.domain.startAt(MeshDefaults.namespaceDomain(namespace()));
    return builder;
  }

  abstract Builder autoToBuilder();

  /** Builds a {@link Proxy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    private final DerivedDefault<String> domain = new DerivedDefault<>();

    Builder() {}

    /** See {@link Proxy#name()}. */
    public abstract Builder name(String name);

    /** See {@link Proxy#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** See {@link Proxy#type()}. */
    public abstract Builder type(ProxyType type);

    /** See {@link Proxy#ipAddresses()}. */
    public abstract Builder ipAddresses(List<String> ipAddresses);

    /** See {@link Proxy#ipAddresses()}. */
    public abstract Builder ipAddresses(String... ipAddresses);

    /** See {@link Proxy#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link Proxy#annotations()}. */
    public abstract Builder annotations(Map<String, String> annotations);

    /** See {@link Proxy#serviceAccount()}. */
    public abstract Builder serviceAccount(String serviceAccount);

    /** See {@link Proxy#cluster()}. */
    public abstract Builder cluster(String cluster);

    /** See {@link Proxy#network()}. */
    public abstract Builder network(String network);

    /** See {@link Proxy#locality()}. */
    public abstract Builder locality(Locality locality);

    /** See {@link Proxy#dnsDomain()}. */
    public abstract Builder dnsDomain(String dnsDomain);

    /** See {@link Proxy#metadata()}. */
    public abstract Builder metadata(Map<String, Object> metadata);

    /** See {@link Proxy#proxyConfig()}. */
    public abstract Builder proxyConfig(ProxyConfig proxyConfig);

    /** See {@link Proxy#proxyConfig()}. */
    public abstract Builder proxyConfig(Optional<ProxyConfig> proxyConfig);

    abstract String namespace();

    abstract ImmutableList<String> ipAddresses();

    abstract Optional<String> dnsDomain();

    abstract Proxy autoBuild();

    /** Builds the value. */
    public final Proxy build() {
      if (ipAddresses().isEmpty()) {
        ipAddresses(UNKNOWN_ADDRESS);
      }
      return dnsDomain(domain.of(dnsDomain(), () -> MeshDefaults.namespaceDomain(namespace())))
          .autoBuild();
    }
  }
}
