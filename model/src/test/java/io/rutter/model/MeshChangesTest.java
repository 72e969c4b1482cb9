// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import org.junit.jupiter.api.Test;

/** A change of one object leaves the very same others. */
class MeshChangesTest {
  private static final Service REVIEWS = service("reviews", "Kubernetes");
  private static final Service RATINGS = service("ratings", "Kubernetes");
  private static final Endpoint ENDPOINT =
      Endpoint.builder().addresses("10.0.0.1").port(8080).build();
  private static final VirtualService FIRST = virtualService("first", "a.example.com");
  private static final VirtualService SECOND = virtualService("second", "b.example.com");

  private static final MeshSnapshot MESH =
      MeshSnapshot.builder()
          .addService(REVIEWS)
          .addService(RATINGS)
          .addEndpoints(ServiceEndpoints.of(REVIEWS, ENDPOINT))
          .addEndpoints(ServiceEndpoints.of(RATINGS, ENDPOINT))
          .addVirtualService(FIRST)
          .addVirtualService(SECOND)
          .build();

  private static Service service(String name, String cluster) {
    return Service.builder()
        .metadata(ObjectMeta.of("shop", name))
        .clusterId(cluster)
        .ports(ServicePort.builder().number(80).name("http").build())
        .build();
  }

  private static VirtualService virtualService(String name, String host) {
    return VirtualService.builder().metadata(ObjectMeta.of("shop", name)).hosts(host).build();
  }

  @Test
  void additionsComeAfterWhatIsThere() {
    assertThat(MESH.services()).containsExactly(REVIEWS, RATINGS);
    assertThat(MESH.toBuilder().addVirtualService(FIRST).build().virtualServices())
        .containsExactly(FIRST, SECOND, FIRST);
  }

  @Test
  void anObjectTakesThePlaceOfTheOneOfItsName() {
    VirtualService changed = virtualService("first", "c.example.com");
    MeshSnapshot next = MESH.with(changed);

    assertThat(next.virtualServices()).containsExactly(changed, SECOND);
    assertThat(next.virtualServices().get(1)).isSameAs(SECOND);
    assertThat(next.services()).isSameAs(MESH.services());
    assertThat(next.endpoints()).isSameAs(MESH.endpoints());
    assertThat(next.meshConfig()).isSameAs(MESH.meshConfig());
  }

  @Test
  void aNewObjectComesLast() {
    VirtualService third = virtualService("third", "c.example.com");

    assertThat(MESH.with(third).virtualServices()).containsExactly(FIRST, SECOND, third);
  }

  @Test
  void endpointsOfOneServiceAreReplaced() {
    Endpoint other = Endpoint.builder().addresses("10.0.0.2").port(8080).build();
    MeshSnapshot next = MESH.withEndpoints(REVIEWS, other);

    assertThat(next.endpoints().get(0).endpoints())
        .containsExactly(other.toBuilder().servicePortName("http").build());
    assertThat(next.endpoints().get(1)).isSameAs(MESH.endpoints().get(1));
    assertThat(next.withEndpoints(REVIEWS, ImmutableList.of()).endpoints().get(0).endpoints())
        .isEmpty();
    assertThat(MESH.withEndpoints(service("details", "Kubernetes"), other).endpoints()).hasSize(3);
  }

  @Test
  void allEndpointsOfAServiceAreReplacedWhereverTheyStand() {
    ServiceEndpoints more =
        ServiceEndpoints.of(REVIEWS, ENDPOINT.toBuilder().clusterId("c2").build());
    MeshSnapshot two = MESH.toBuilder().addEndpoints(more).build();

    assertThat(two.withEndpoints(REVIEWS, ENDPOINT)).isEqualTo(MESH);
  }

  @Test
  void eachClusterHasItsOwnServiceOfAName() {
    Service remote = service("reviews", "c2");
    MeshSnapshot next = MESH.with(remote);

    assertThat(next.services()).containsExactly(REVIEWS, RATINGS, remote);
    assertThat(next.without(ConfigKey.of("Service", REVIEWS.metadata())).services())
        .containsExactly(RATINGS);
  }

  @Test
  void anObjectIsRemovedByItsName() {
    MeshSnapshot next = MESH.without(ConfigKey.of("VirtualService", FIRST.metadata()));

    assertThat(next.virtualServices()).containsExactly(SECOND);
    assertThat(next.services()).isSameAs(MESH.services());
    assertThat(
            MESH.without(new ConfigKey("ServiceEndpoints", "shop", REVIEWS.hostname())).endpoints())
        .containsExactly(MESH.endpoints().get(1));
  }

  @Test
  void aChangeThatChangesNothingGivesTheSameMesh() {
    assertThat(MESH.with(virtualService("first", "a.example.com"))).isSameAs(MESH);
    assertThat(MESH.withEndpoints(REVIEWS, ENDPOINT)).isSameAs(MESH);
    assertThat(MESH.without(new ConfigKey("Gateway", "shop", "first"))).isSameAs(MESH);
  }

  @Test
  void aKindThatNoMeshHasIsAMistake() {
    assertThatThrownBy(() -> MESH.without(new ConfigKey("VirtualServices", "shop", "first")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("kind: VirtualServices (expected: one of Service, ");
  }

  @Test
  void aMeshThatIsBuiltAnewHasTheObjectsOfBefore() {
    VirtualService changed = virtualService("second", "c.example.com");
    MeshSnapshot anew =
        MeshSnapshot.builder()
            .services(service("ratings", "Kubernetes"), service("reviews", "Kubernetes"))
            .endpoints(
                ServiceEndpoints.of(REVIEWS, ENDPOINT), ServiceEndpoints.of(RATINGS, ENDPOINT))
            .virtualServices(virtualService("first", "a.example.com"), changed)
            .build();
    MeshSnapshot reusing = anew.reusing(MESH);

    assertThat(reusing).isEqualTo(anew);
    assertThat(reusing.endpoints()).isSameAs(MESH.endpoints());
    assertThat(reusing.services().get(0)).isSameAs(RATINGS);
    assertThat(reusing.virtualServices().get(0)).isSameAs(FIRST);
    assertThat(reusing.virtualServices().get(1)).isSameAs(changed);
  }
}
