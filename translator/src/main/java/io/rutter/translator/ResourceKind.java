// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The four kinds of resource that a proxy gets, in the order in which they are printed. */
public enum ResourceKind {
  /** {@code envoy.config.cluster.v3.Cluster}. */
  CLUSTERS {
    @Override
    public ImmutableList<? extends Message> of(XdsResources resources) {
      return resources.clusters();
    }
  },
  /** {@code envoy.config.endpoint.v3.ClusterLoadAssignment}. */
  ENDPOINTS {
    @Override
    public ImmutableList<? extends Message> of(XdsResources resources) {
      return resources.endpoints();
    }
  },
  /** {@code envoy.config.listener.v3.Listener}. */
  LISTENERS {
    @Override
    public ImmutableList<? extends Message> of(XdsResources resources) {
      return resources.listeners();
    }
  },
  /** {@code envoy.config.route.v3.RouteConfiguration}. */
  ROUTES {
    @Override
    public ImmutableList<? extends Message> of(XdsResources resources) {
      return resources.routes();
    }
  };

  /** Its name in the output and on the command line: {@code clusters}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The name by which a proxy asks for a resource of this kind.
   *
   * @throws ClassCastException if it is of another kind
   */
  public String nameOf(Message resource) {
    return switch (this) {
      case CLUSTERS -> ((Cluster) resource).getName();
      case ENDPOINTS -> ((ClusterLoadAssignment) resource).getClusterName();
      case LISTENERS -> ((Listener) resource).getName();
      case ROUTES -> ((RouteConfiguration) resource).getName();
    };
  }

  /** The kind with that id, if there is one. */
  public static Optional<ResourceKind> byId(String id) {
    return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** A proxy's resources of this kind. */
  public abstract ImmutableList<? extends Message> of(XdsResources resources);
}
