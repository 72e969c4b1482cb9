// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
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
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that docs/performance.md shows. */
class PerformancePageTest {
  private final Service service = Service.of("shop", "reviews", ServicePort.of(80, "http"));
  private final Endpoint endpoint = Endpoint.of("10.0.0.1", 8080);
  private final Proxy proxy = Proxy.of("shop", "client", "10.0.0.9");
  private final VirtualService rule =
      VirtualService.builder()
          .metadata(ObjectMeta.of("shop", "reviews"))
          .hosts("reviews")
          .http(HttpRoute.of(HttpRouteDestination.of(Destination.of("reviews", 80))))
          .build();

  @Test
  void aChangeNamesWhatDiffers() {
    MeshSnapshot snapshot = MeshSnapshot.builder().addService(service).build();

    CompiledMesh mesh = Translator.create().compile(snapshot);
    XdsResources before = mesh.translate(proxy);

    CompiledMesh next = mesh.with(snapshot.with(rule).withEndpoints(service, endpoint));
    XdsUpdate update = next.translate(proxy, before);
    ResourceChanges routes = update.changes().get(ResourceKind.ROUTES); // names
    List<Any> bytes = update.resources().serialized(ResourceKind.ROUTES); // kept with each resource

    assertThat(requireNonNull(routes).changed()).containsExactly("80");
    assertThat(bytes).hasSize(1);
  }
}
