// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One mesh of several clusters. */
class ClustersTest {
  private final ApiServer first = Followed.newServer();
  private final ApiServer second = Followed.newServer();

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  private static void fill(ApiServer api, String address) {
    api.apply(FollowTest.service("shop", "reviews"));
    api.apply(FollowTest.pod("shop", "reviews-1", "reviews", address));
    api.apply(FollowTest.slice("shop", "reviews", address, "reviews-1"));
  }

  @Test
  void registriesAreOneAndConfigurationIsOfTheFirst() throws Exception {
    fill(first, "10.1.0.1");
    fill(second, "10.2.0.1");
    second.apply(FollowTest.service("shop", "ratings"));
    first.apply(FollowTest.virtualService("shop", "reviews", "1s"));
    second.apply(FollowTest.virtualService("shop", "ratings", "1s"));
    try (Followed followed = Followed.start(Followed.settings(), first, second)) {
      followed.until("both", () -> followed.mesh().services().size() == 2);
      assertThat(followed.mesh().services())
          .extracting(service -> service.metadata().name(), Service::clusterId)
          .containsExactlyInAnyOrder(tuple("reviews", "Kubernetes"), tuple("ratings", "cluster-1"));
      ServiceEndpoints endpoints = followed.mesh().endpoints().get(0);
      assertThat(endpoints.endpoints())
          .extracting(endpoint -> endpoint.addresses().get(0), Endpoint::clusterId)
          .containsExactly(tuple("10.1.0.1", "Kubernetes"), tuple("10.2.0.1", "cluster-1"));
      assertThat(followed.mesh().virtualServices())
          .extracting(one -> one.metadata().name())
          .containsExactly("reviews");
      second.delete("Service", "shop", "ratings");
      followed.until("gone", () -> followed.mesh().services().size() == 1);
    }
  }

  @Test
  void eachStoreKnowsItsOwnClusterByOneName() {
    Map<String, Object> networks =
        Map.of(
            "kind",
            "MeshNetworks",
            "spec",
            Map.of(
                "networks",
                Map.of(
                    "a",
                    Map.of("endpoints", List.of(Map.of("fromRegistry", "west"))),
                    "b",
                    Map.of("endpoints", List.of(Map.of("fromRegistry", "Kubernetes"))))));
    var settings = ImmutableList.of(networks);
    assertThat(RegistryNames.in(settings, "Kubernetes")).isEqualTo(settings);
    assertThat(RegistryNames.in(settings, "west").toString())
        .contains("a={endpoints=[{fromRegistry=Kubernetes}]}")
        .contains("b={endpoints=[{fromRegistry=another cluster: Kubernetes}]}");
  }
}
