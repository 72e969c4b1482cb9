// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.common.base.CharMatcher;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.envoyproxy.envoy.config.bootstrap.v3.Admin;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.validation.Validator;
import io.rutter.translator.internal.output.BootstrapNode;
import io.rutter.translator.internal.output.StaticRuntime;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.ConfigSources;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that an Envoy starts with when a control plane gives it all else: {@code envoy
 * -c} runs it.
 *
 * <ul>
 *   <li>Clusters and listeners, and through them endpoints and routes, come from the cluster {@code
 *       xds-grpc} by ADS. Envoy waits for them without end, so that no proxy is without a
 *       configuration, and comes back within seconds after an outage.
 *   <li>Secrets come from the cluster {@code sds-grpc}, which the resources that Rutter makes name
 *       for the identity of a workload, as Istio's do.
 *   <li>The node has Istio's form of ids, the cluster, locality and metadata of the proxy.
 *   <li>Regular expressions may be as large as Istio lets them be.
 * </ul>
 *
 * <p>{@link ProtoYaml} and {@link ProtoJson} print it. The counterpart that needs no control plane
 * is {@link StaticBootstrap}.
 */
public final class DynamicBootstrap {
  private static final String XDS_CLUSTER = "xds-grpc";

  /** The name by which resources ask for the identity of a workload: SdsSecretConfigs. */
  private static final String SDS_CLUSTER = "sds-grpc";

  private DynamicBootstrap() {}

  /**
   * The bootstrap of a proxy, with the defaults of {@link Builder}.
   *
   * @throws IllegalArgumentException if the proxy has an error, see {@link Validator}
   */
  public static Bootstrap of(Proxy proxy, XdsAddress controlPlane) {
    return builder(proxy, controlPlane).build();
  }

  /**
   * A builder for more than the defaults.
   *
   * @throws IllegalArgumentException if the proxy has an error, see {@link Validator}
   */
  public static Builder builder(Proxy proxy, XdsAddress controlPlane) {
    String errors =
        Validator.validate(proxy).stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(Problem::message)
            .collect(Collectors.joining("; "));
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("proxy: " + errors);
    }
    return new Builder(proxy, controlPlane);
  }

  /** Builds a bootstrap. */
  public static final class Builder {
    private final Node.Builder node;
    private final XdsAddress controlPlane;
    private XdsAddress secrets;
    private @Nullable XdsTls tls;
    private boolean isDelta;
    private int adminPort;

    private Builder(Proxy proxy, XdsAddress controlPlane) {
      this.node = BootstrapNode.withMetadata(proxy).toBuilder();
      this.controlPlane = controlPlane;
      this.secrets = controlPlane;
    }

    /**
     * The node id. Default: {@code sidecar~ADDRESS~NAME.NAMESPACE~DOMAIN}, or {@code router~...}
     * for a gateway, as of Istio.
     *
     * @throws IllegalArgumentException if it is empty or has control characters
     */
    @CanIgnoreReturnValue
    public Builder nodeId(String id) {
      if (id.isEmpty() || CharMatcher.javaIsoControl().matchesAnyOf(id)) {
        throw new IllegalArgumentException(
            "nodeId: \"%s\" (expected: a name without control characters)".formatted(id));
      }
      node.setId(id);
      return this;
    }

    /** TLS to the control plane, wherever Envoy connects to a host. Default: none. */
    @CanIgnoreReturnValue
    public Builder tls(XdsTls tls) {
      this.tls = tls;
      return this;
    }

    /** {@link #tls(XdsTls)}; empty: none. */
    @CanIgnoreReturnValue
    public Builder tls(Optional<XdsTls> tls) {
      this.tls = tls.orElse(null);
      return this;
    }

    /**
     * Where secrets come from ({@code sds-grpc}), such as the socket of an agent beside Envoy.
     * Default: the control plane.
     */
    @CanIgnoreReturnValue
    public Builder secretsFrom(XdsAddress secrets) {
      this.secrets = secrets;
      return this;
    }

    /**
     * Whether Envoy asks for what differs (delta xDS). Default: false, for all each time (state of
     * the world).
     */
    @CanIgnoreReturnValue
    public Builder delta(boolean isDelta) {
      this.isDelta = isDelta;
      return this;
    }

    /**
     * The port of Envoy's admin page, on 127.0.0.1. Default: there is no admin page.
     *
     * @throws IllegalArgumentException if it is not from 1 to 65535
     */
    @CanIgnoreReturnValue
    public Builder adminPort(int port) {
      XdsAddress.checkPort("adminPort", port);
      this.adminPort = port;
      return this;
    }

    /**
     * Builds the bootstrap.
     *
     * @throws IllegalArgumentException if there is TLS, but only Unix sockets, which have none
     */
    public Bootstrap build() {
      if (tls != null && controlPlane.isSocket() && secrets.isSocket()) {
        throw new IllegalArgumentException("tls: to a Unix socket (expected: to a host)");
      }
      Bootstrap.Builder bootstrap = Bootstrap.newBuilder().setNode(node);
      bootstrap
          .getDynamicResourcesBuilder()
          .setAdsConfig(XdsCluster.adsOf(XDS_CLUSTER, isDelta))
          .setCdsConfig(ConfigSources.adsWithoutTimeout())
          .setLdsConfig(ConfigSources.adsWithoutTimeout());
      bootstrap
          .getStaticResourcesBuilder()
          .addClusters(XdsCluster.of(XDS_CLUSTER, controlPlane, tls))
          .addClusters(XdsCluster.of(SDS_CLUSTER, secrets, tls));
      bootstrap.setLayeredRuntime(StaticRuntime.layers());
      if (adminPort > 0) {
        bootstrap.setAdmin(Admin.newBuilder().setAddress(Addresses.tcp("127.0.0.1", adminPort)));
      }
      return bootstrap.build();
    }
  }
}
