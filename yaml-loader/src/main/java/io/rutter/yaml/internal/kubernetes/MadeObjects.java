// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What was made of the objects of the snapshot before. What does not change from one to the next is
 * the same object, which those who translate take as the sign that it did not.
 */
public final class MadeObjects {
  private static final String ONE = "";

  private final Made<String> trustDomain = new Made<>();
  private final Made<Networks> networks = new Made<>();
  private final Made<ClusterNodes> nodes = new Made<>();
  private final Made<MeshConfig> meshConfig = new Made<>();
  private final Made<MeshNetworks> meshNetworks = new Made<>();
  private final Made<MadeNamespace> namespaces = new Made<>();
  private final Made<MadeIngresses> ingresses = new Made<>();
  private final Made<Gateway> gateways = new Made<>();
  private final Made<VirtualService> virtualServices = new Made<>();

  /**
   * What Ingresses make.
   *
   * @param result the configuration
   * @param problems what is said of those that are left out
   */
  record MadeIngresses(IngressConversion.Result result, ImmutableList<Problem> problems) {}

  /** Begins with the next snapshot. */
  public void startSnapshot() {
    Stream.of(trustDomain, networks, nodes, meshConfig, meshNetworks, namespaces, ingresses)
        .forEach(Made::startSnapshot);
  }

  /** What the objects of a namespace made. */
  MadeNamespace namespace(String name) {
    return namespaces.get(name, ImmutableList.of(), MadeNamespace::new);
  }

  MadeIngresses ingresses(ImmutableList<?> of, Supplier<MadeIngresses> maker) {
    return ingresses.get(
        ONE,
        of,
        () -> {
          gateways.startSnapshot();
          virtualServices.startSnapshot();
          return maker.get();
        });
  }

  String trustDomain(String value) {
    return trustDomain.same(ONE, value);
  }

  Networks networks(Networks value) {
    return networks.same(ONE, value);
  }

  ClusterNodes nodes(List<Node> of) {
    return nodes.get(ONE, ImmutableList.copyOf(of), () -> new ClusterNodes(of));
  }

  Gateway gateway(Gateway value) {
    return gateways.same(ConfigKey.of("", value.metadata()), value);
  }

  VirtualService virtualService(VirtualService value) {
    return virtualServices.same(ConfigKey.of("", value.metadata()), value);
  }

  /** The settings of the mesh; without any, the defaults are always the same. */
  public MeshConfig meshConfig(MeshConfig value) {
    return meshConfig.same(ONE, value);
  }

  /** The networks of the mesh. */
  public MeshNetworks meshNetworks(MeshNetworks value) {
    return meshNetworks.same(ONE, value);
  }
}
