// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import java.util.List;

/**
 * Routing rules for one or more hosts, as in Istio reference: Virtual Service. Rules of each
 * protocol are tried in their written order and the first that matches wins; a document without
 * hosts is a delegate, which gives no output of its own and is only used through the {@code
 * delegate} of a rule.
 */
@AutoValue
public abstract class VirtualService {
  /** Stands among the {@link #gateways()} for all sidecars. */
  public static final String MESH_GATEWAY = "mesh";

  VirtualService() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /**
   * Destination hosts that these rules apply to: full names, wildcard names such as {@code
   * *.example.com}, short names (completed with the namespace of this document) or, on gateways, IP
   * addresses. Empty: this is a delegate.
   */
  public abstract ImmutableList<String> hosts();

  /**
   * Gateways that apply these rules, each as {@code name} or {@code namespace/name}; {@code mesh}
   * means all sidecars. Empty: only {@code mesh}; a list without {@code mesh} hides the rules from
   * sidecars.
   */
  public abstract ImmutableList<String> gateways();

  /**
   * Ordered rules for HTTP traffic: HTTP, HTTP/2 and gRPC ports, and gateway ports that terminate
   * TLS. Empty: HTTP traffic takes the default route of the service.
   */
  public abstract ImmutableList<HttpRoute> http();

  /**
   * Ordered rules for TLS traffic that is not terminated, chosen by SNI. Empty: such traffic goes
   * to the service as opaque TCP.
   */
  public abstract ImmutableList<TlsRoute> tls();

  /**
   * Ordered rules for opaque TCP traffic, on ports that are neither HTTP nor TLS. Empty:
   * connections go to the service itself.
   */
  public abstract ImmutableList<TcpRoute> tcp();

  /**
   * Namespaces that may see these rules: {@code .} is this document's own, {@code *} is all, others
   * by name (which do not include the own one). Empty: the mesh default, which is all namespaces
   * unless changed.
   */
  public abstract ImmutableList<String> exportTo();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_VirtualService.Builder()
        .hosts(ImmutableList.of())
        .gateways(ImmutableList.of())
        .http(ImmutableList.of())
        .tls(ImmutableList.of())
        .tcp(ImmutableList.of())
        .exportTo(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link VirtualService}; required: {@code metadata}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link VirtualService#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link VirtualService#hosts()}. */
    public abstract Builder hosts(List<String> hosts);

    /** See {@link VirtualService#hosts()}. */
    public abstract Builder hosts(String... hosts);

    /** See {@link VirtualService#gateways()}. */
    public abstract Builder gateways(List<String> gateways);

    /** See {@link VirtualService#gateways()}. */
    public abstract Builder gateways(String... gateways);

    /** See {@link VirtualService#http()}. */
    public abstract Builder http(List<HttpRoute> http);

    /** See {@link VirtualService#http()}. */
    public abstract Builder http(HttpRoute... http);

    /** See {@link VirtualService#tls()}. */
    public abstract Builder tls(List<TlsRoute> tls);

    /** See {@link VirtualService#tls()}. */
    public abstract Builder tls(TlsRoute... tls);

    /** See {@link VirtualService#tcp()}. */
    public abstract Builder tcp(List<TcpRoute> tcp);

    /** See {@link VirtualService#tcp()}. */
    public abstract Builder tcp(TcpRoute... tcp);

    /** See {@link VirtualService#exportTo()}. */
    public abstract Builder exportTo(List<String> exportTo);

    /** See {@link VirtualService#exportTo()}. */
    public abstract Builder exportTo(String... exportTo);

    /** Builds the value. */
    public abstract VirtualService build();
  }
}
