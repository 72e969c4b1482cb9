// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.Workload;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.testdata.ResourceText;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random meshes: the mesh of a golden case with some values changed; two services and two proxies
 * that are right, and objects of every kind with nothing but random values; or settings of which
 * nearly all is right, see {@link RandomSettings}.
 */
final class RandomSnapshot {
  private static final Service REVIEWS =
      Service.builder()
          .hostname("reviews.shop.svc.cluster.local")
          .metadata(ObjectMeta.of("shop", "reviews"))
          .addresses("10.96.0.10")
          .ports(port(80, "http", Protocol.HTTP), port(9000, "tcp", Protocol.TCP))
          .build();

  private static final Service RATINGS =
      REVIEWS.toBuilder()
          .hostname("ratings.shop.svc.cluster.local")
          .metadata(ObjectMeta.of("shop", "ratings"))
          .addresses("10.96.0.11")
          .build();

  private static final ImmutableList<String> CASES =
      ResourceText.of("cases/cases.txt")
          .lines()
          .map(line -> line.substring(0, line.indexOf(':')))
          .collect(ImmutableList.toImmutableList());

  private final Random random;
  private final RandomValues values;

  private RandomSnapshot(Random random, double absurd) {
    this.random = random;
    this.values = new RandomValues(random, absurd);
  }

  /** The mesh of a seed. */
  static MeshSnapshot of(long seed) {
    Random random = new Random(seed);
    if (seed % 8 == 0) {
      return new RandomSnapshot(random, 0.02).snapshot();
    }
    if (seed % 8 == 4) {
      return RandomSettings.of(random);
    }
    MutatedValues values = new MutatedValues(random, 0.5);
    MeshSnapshot mesh = golden(CASES.get(random.nextInt(CASES.size())));
    int changes = 1 + random.nextInt(12);
    for (int i = 0; i < changes; i++) {
      mesh = values.mutate(mesh, MeshSnapshot.class);
    }
    return mesh;
  }

  private static MeshSnapshot golden(String name) {
    String input = ResourceText.of("cases/" + name + "/input.yaml");
    return YamlLoader.create().load(YamlSource.text("input.yaml", input)).snapshot();
  }

  private MeshSnapshot snapshot() {
    MeshSnapshot.Builder mesh =
        MeshSnapshot.builder()
            .services(with(List.of(REVIEWS, RATINGS), Service.class, 2))
            .endpoints(
                with(
                    List.of(ServiceEndpoints.of(REVIEWS, endpoint("http"), endpoint("tcp"))),
                    ServiceEndpoints.class,
                    2))
            .workloads(some(Workload.class, 2))
            .namespaces(some(NamespaceInfo.class, 2))
            .virtualServices(some(VirtualService.class, 3))
            .destinationRules(some(DestinationRule.class, 3))
            .serviceEntries(some(ServiceEntry.class, 2))
            .workloadEntries(some(WorkloadEntryResource.class, 2))
            .gateways(
                some(Gateway.class, 2).stream()
                    .map(each -> each.toBuilder().selector(Map.of()).build())
                    .toList())
            .sidecars(some(Sidecar.class, 1))
            .peerAuthentications(some(PeerAuthentication.class, 1))
            .proxies(
                with(
                    List.of(proxy("client", ProxyType.SIDECAR), proxy("edge", ProxyType.GATEWAY)),
                    Proxy.class,
                    1));
    if (random.nextInt(4) == 0) {
      mesh.meshConfig(values.of(MeshConfig.class));
    }
    if (random.nextInt(4) == 0) {
      mesh.meshNetworks(values.of(MeshNetworks.class));
    }
    return mesh.authorizationPolicies(some(AuthorizationPolicy.class, 2))
        .requestAuthentications(some(RequestAuthentication.class, 2))
        .keySets(some(KeySet.class, 2))
        .build();
  }

  private <T> List<T> with(List<T> right, Class<T> type, int most) {
    return Stream.concat(right.stream(), some(type, most).stream()).toList();
  }

  private <T> List<T> some(Class<T> type, int most) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> values.of(type)).toList();
  }

  private static ServicePort port(int number, String name, Protocol protocol) {
    return ServicePort.builder().number(number).name(name).protocol(protocol).build();
  }

  private static Endpoint endpoint(String port) {
    return Endpoint.builder()
        .addresses("10.20.0.1")
        .port(8080)
        .servicePortName(port)
        .locality(Locality.UNKNOWN)
        .labels(Map.of("a", "b"))
        .build();
  }

  private static Proxy proxy(String name, ProxyType type) {
    return Proxy.builder()
        .name(name)
        .namespace("shop")
        .type(type)
        .ipAddresses("10.20.0.9")
        .locality(Locality.UNKNOWN)
        .dnsDomain("shop.svc.cluster.local")
        .cluster("Kubernetes")
        .build();
  }
}
