// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.validation.ObjectProducts;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Made<Object> ofLists = new Made<>();
  private final Map<String, JoinedList> joined = new HashMap<>();
  private Optional<ObjectProducts> products = Optional.empty();
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
    Stream.of(
            trustDomain, networks, nodes, meshConfig, meshNetworks, namespaces, ofLists, ingresses)
        .forEach(Made::startSnapshot);
  }

  /** What the objects of a namespace made. */
  MadeNamespace namespace(String name) {
    return namespaces.get(name, ImmutableList.of(), () -> new MadeNamespace(name));
  }

  /**
   * The objects of several lists: the same list as long as these are the same.
   *
   * @param name names the list
   */
  public <T> ImmutableList<T> joined(String name, List<ImmutableList<T>> parts) {
    return joined.computeIfAbsent(name, of -> new JoinedList()).of(parts);
  }

  /**
   * What is made of lists that are the same as long as nothing in them changes.
   *
   * @param name names it; what has one name is of one type
   * @param of the lists
   */
  @SuppressWarnings("unchecked") // What has one name is of one type.
  public <T> T ofLists(String name, ImmutableList<ImmutableList<?>> of, Supplier<T> maker) {
    return (T) ofLists.get(name, of, maker::get);
  }

  /** What the objects of a mesh multiply to. */
  public ObjectProducts products(MeshSnapshot mesh) {
    ObjectProducts now =
        products.map(before -> before.with(mesh)).orElseGet(() -> ObjectProducts.of(mesh));
    products = Optional.of(now);
    return now;
  }

  /** Namespaces by name, in the order of their names. */
  ImmutableMap<String, NamespaceInfo> namespacesByName(ImmutableList<NamespaceInfo> of) {
    return ofLists(
        "namespaces",
        ImmutableList.of(of),
        () ->
            of.stream()
                .sorted(comparing(NamespaceInfo::name))
                .collect(toImmutableMap(NamespaceInfo::name, each -> each)));
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

  ClusterNodes nodes(ImmutableList<Node> of) {
    return nodes.get(ONE, ImmutableList.of(of), () -> new ClusterNodes(of));
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
