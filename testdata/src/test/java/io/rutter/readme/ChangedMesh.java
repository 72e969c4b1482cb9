// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.time.Duration;

class ChangedMesh {
  public static void main(String[] args) {
    Service reviews = Service.of("shop", "reviews", ServicePort.of(80, "http"));
    HttpRoute all = HttpRoute.of(HttpRouteDestination.of(Destination.of("reviews", 80)));
    VirtualService rule =
        VirtualService.builder()
            .metadata(ObjectMeta.of("shop", "reviews"))
            .hosts("reviews")
            .http(all.toBuilder().timeout(Duration.ofSeconds(2)).build())
            .build();
    Proxy client = Proxy.of("shop", "client", "10.0.0.9");
    CompiledMesh mesh =
        Translator.create()
            .compile(MeshSnapshot.builder().addService(reviews).addVirtualService(rule).build());
    XdsResources before = mesh.translate(client);

    // Each change keeps all other objects, so that only what depends on them is made again.
    MeshSnapshot next =
        mesh.snapshot()
            .withEndpoints(reviews, Endpoint.of("10.0.0.1", 8080), Endpoint.of("10.0.0.2", 8080))
            .with(rule.toBuilder().http(all).build());
    XdsUpdate update = mesh.with(next).translate(client, before);
    update.changes().forEach((kind, changes) -> System.out.println(kind + ": " + changes));
  }
}
