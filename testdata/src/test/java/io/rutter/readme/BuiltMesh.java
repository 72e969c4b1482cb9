// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.output.TableOutput;
import java.io.IOException;
import java.util.EnumSet;

class BuiltMesh {
  public static void main(String[] args) throws IOException {
    Service reviews =
        Service.builder()
            .metadata(ObjectMeta.of("shop", "reviews"))
            .ports(ServicePort.builder().number(80).name("http").build())
            .build();
    Endpoint first = Endpoint.builder().addresses("10.0.0.1").port(8080).build();
    Endpoint wrong = first.toBuilder().addresses("not an ip").build();
    Proxy client = Proxy.builder().name("client").namespace("shop").ipAddresses("10.0.0.9").build();
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .services(reviews)
            .endpoints(ServiceEndpoints.of(reviews, first, wrong))
            .proxies(client)
            .build();

    CompiledMesh mesh = Translator.create().compile(snapshot);
    mesh.problems().forEach(System.err::println); // names endpoints[1], which is skipped
    Translation translation = Translation.of(mesh, snapshot.proxies());
    TableOutput.write(translation, EnumSet.allOf(ResourceKind.class), System.out);
  }
}
