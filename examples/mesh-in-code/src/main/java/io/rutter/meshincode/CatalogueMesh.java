// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.StringMatch;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import java.util.List;
import java.util.Map;

/** What Rutter is told of a catalogue. */
public final class CatalogueMesh {
  /** The Envoy at the front door. */
  public static final Proxy EDGE =
      Proxy.of("shop", "edge", "10.0.0.1").toBuilder()
          .type(ProxyType.GATEWAY)
          .labels(Map.of("app", "edge"))
          .build();

  private CatalogueMesh() {}

  /** The mesh at one moment: services, instances, and rules for the front door. */
  public static MeshSnapshot of(Map<String, List<Instance>> catalogue, int gatewayPort) {
    MeshSnapshot.Builder mesh =
        MeshSnapshot.builder()
            .meshConfig(MeshConfig.builder().enableAutoMtls(false).build()) // No secrets here.
            .addProxy(EDGE)
            .addGateway(frontDoor(gatewayPort))
            .addVirtualService(reviewsRule())
            .addDestinationRule(reviewsVersions());
    catalogue.forEach((name, instances) -> mesh.addService(service(name)));
    catalogue.forEach((name, instances) -> mesh.addEndpoints(endpoints(name, instances)));
    return mesh.build();
  }

  private static Service service(String name) {
    return Service.of("shop", name, ServicePort.of(80, "http"));
  }

  private static ServiceEndpoints endpoints(String name, List<Instance> instances) {
    List<Endpoint> endpoints = instances.stream().map(CatalogueMesh::endpoint).toList();
    return ServiceEndpoints.of(service(name), endpoints);
  }

  private static Endpoint endpoint(Instance instance) {
    return Endpoint.of(instance.address(), instance.port()).toBuilder()
        .labels(Map.of("version", instance.version()))
        .build();
  }

  private static Gateway frontDoor(int port) {
    return Gateway.builder()
        .metadata(ObjectMeta.of("shop", "edge"))
        .selector(Map.of("app", "edge"))
        .servers(GatewayServer.of(GatewayPort.of(port, Protocol.HTTP, "http"), "www.shop.test"))
        .build();
  }

  /** Testers see version 2, and so does every tenth request of others. */
  private static VirtualService reviewsRule() {
    HttpRouteDestination old = HttpRouteDestination.of(Destination.of("reviews", "v1"), 90);
    HttpRouteDestination trial = HttpRouteDestination.of(Destination.of("reviews", "v2"), 10);
    HttpMatch testers =
        HttpMatch.builder().headers(Map.of("x-tester", StringMatch.exact("yes"))).build();
    return VirtualService.builder()
        .metadata(ObjectMeta.of("shop", "reviews"))
        .hosts("www.shop.test")
        .gateways("edge")
        .http(
            HttpRoute.of(HttpRouteDestination.of(trial.destination())).toBuilder()
                .match(testers)
                .build(),
            HttpRoute.of(old, trial))
        .build();
  }

  private static DestinationRule reviewsVersions() {
    return DestinationRule.builder()
        .metadata(ObjectMeta.of("shop", "reviews"))
        .host("reviews")
        .subsets(Subset.of("v1", Map.of("version", "v1")), Subset.of("v2", Map.of("version", "v2")))
        .build();
  }
}
