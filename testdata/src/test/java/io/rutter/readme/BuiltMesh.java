// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.output.TableOutput;

class BuiltMesh {
  public static void main(String[] args) {
    Service reviews = Service.of("shop", "reviews", ServicePort.of(80, "http"));
    Endpoint first = Endpoint.of("10.0.0.1", 8080);
    Endpoint wrong = Endpoint.of("not an ip", 8080);
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .addService(reviews)
            .addEndpoints(ServiceEndpoints.of(reviews, first, wrong))
            .addProxy(Proxy.of("shop", "client", "10.0.0.9"))
            .build();

    CompiledMesh mesh = Translator.create().compile(snapshot);
    mesh.problems().forEach(System.err::println); // names endpoints[1], which is skipped
    System.out.print(TableOutput.print(Translation.of(mesh, snapshot.proxies())));
  }
}
