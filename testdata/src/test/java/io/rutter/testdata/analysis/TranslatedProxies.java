// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction.RequestMirrorPolicy;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mesh and what its proxies get, and more proxies in other namespaces. */
record TranslatedProxies(
    MeshSnapshot snapshot, CompiledMesh mesh, ImmutableList<XdsResources> resources) {
  private static final ImmutableList<String> NAMESPACES = ImmutableList.of("other", "istio-system");

  static TranslatedProxies of(MeshSnapshot snapshot) {
    CompiledMesh mesh = Translator.create().compile(snapshot);
    return new TranslatedProxies(
        snapshot, mesh, proxies(snapshot).map(mesh::translate).collect(toImmutableList()));
  }

  /** The proxies of the mesh, and each of them in the other namespaces, once without labels. */
  private static Stream<Proxy> proxies(MeshSnapshot snapshot) {
    return snapshot.proxies().stream()
        .flatMap(
            proxy ->
                Stream.concat(
                    Stream.of(proxy, proxy.toBuilder().labels(Map.of()).build()),
                    NAMESPACES.stream().map(n -> proxy.toBuilder().namespace(n).build())));
  }

  /** Whether another mesh gives its proxies the very same resources. */
  boolean areSameFor(MeshSnapshot changed) {
    return areSameFor(changed, List.of(ResourceKind.values()));
  }

  /** Whether another mesh gives its proxies the very same resources of these kinds. */
  boolean areSameFor(MeshSnapshot changed, List<ResourceKind> kinds) {
    CompiledMesh other = Translator.create().compile(changed);
    return resources.stream()
        .allMatch(
            known -> {
              XdsResources now = other.translate(known.proxy());
              return kinds.stream().allMatch(kind -> kind.of(now).equals(kind.of(known)));
            });
  }

  /** These and the proxies that Sidecars and Gateways are for, in their namespaces. */
  Stream<XdsResources> everyone() {
    return Stream.concat(
        resources.stream(),
        snapshot.proxies().stream()
            .flatMap(proxy -> proxy.type() == ProxyType.GATEWAY ? gateways(proxy) : sidecars(proxy))
            .map(mesh::translate));
  }

  private Stream<Proxy> sidecars(Proxy proxy) {
    return snapshot.sidecars().stream()
        .map(
            sidecar ->
                proxy.toBuilder()
                    .namespace(sidecar.metadata().namespace())
                    .labels(
                        sidecar
                            .workloadSelector()
                            .map(selector -> selector.labels())
                            .orElse(ImmutableMap.of()))
                    .build());
  }

  private Stream<Proxy> gateways(Proxy proxy) {
    return snapshot.gateways().stream()
        .flatMap(
            gateway ->
                Stream.of(gateway.metadata().namespace(), "istio-system")
                    .map(
                        namespace ->
                            proxy.toBuilder()
                                .namespace(namespace)
                                .labels(gateway.selector())
                                // No pod that is known, whose Services would map its ports.
                                .name("other")
                                .ipAddresses("192.0.2.1")
                                .build()));
  }

  Stream<XdsResources> sidecars() {
    return resources.stream().filter(r -> r.proxy().type() == ProxyType.SIDECAR);
  }

  static Stream<VirtualHost> virtualHosts(XdsResources resources) {
    return resources.routes().stream()
        .map(RouteConfiguration::getVirtualHostsList)
        .flatMap(List::stream);
  }

  /** Whether a route was made from an object. */
  static boolean isOf(Route route, ConfigKey object) {
    return isOf(route.getMetadata(), object);
  }

  /** Whether metadata name an object as what a resource was made from. */
  static boolean isOf(Metadata metadata, ConfigKey object) {
    String kind = CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, object.kind());
    String path = "/" + object.namespace() + "/" + kind + "/" + object.name();
    return metadata.getFilterMetadataMap().values().stream()
        .map(fields -> fields.getFieldsOrDefault("config", Value.getDefaultInstance()))
        .anyMatch(config -> config.getStringValue().endsWith(path));
  }

  /** The clusters that a route names. */
  static Stream<String> clustersOf(Route route) {
    return Stream.of(
            Stream.of(route.getRoute().getCluster()),
            route.getRoute().getWeightedClusters().getClustersList().stream()
                .map(ClusterWeight::getName),
            route.getRoute().getRequestMirrorPoliciesList().stream()
                .map(RequestMirrorPolicy::getCluster))
        .flatMap(names -> names)
        .filter(name -> !name.isEmpty());
  }

  static ImmutableSet<String> clusterNames(XdsResources resources) {
    return resources.clusters().stream().map(Cluster::getName).collect(toImmutableSet());
  }

  /** How many endpoints a proxy is told of for clusters with that end of the name. */
  static long endpoints(XdsResources resources, String subset, String hostSuffix) {
    return Stream.concat(
            resources.endpoints().stream(),
            resources.clusters().stream().map(Cluster::getLoadAssignment))
        .filter(a -> isOf(a.getClusterName(), subset, hostSuffix))
        .map(ClusterLoadAssignment::getEndpointsList)
        .flatMap(List::stream)
        .mapToLong(locality -> locality.getLbEndpointsCount())
        .sum();
  }

  /** Whether clusters with that end of the name go where the client or DNS says. */
  static boolean needNoEndpoints(XdsResources resources, String subset, String hostSuffix) {
    return resources.clusters().stream()
        .filter(cluster -> isOf(cluster.getName(), subset, hostSuffix))
        .anyMatch(
            cluster ->
                cluster.getType() == Cluster.DiscoveryType.ORIGINAL_DST
                    || cluster.hasClusterType());
  }

  private static boolean isOf(String cluster, String subset, String hostSuffix) {
    return cluster.contains("|" + subset + "|") && cluster.endsWith(hostSuffix);
  }
}
