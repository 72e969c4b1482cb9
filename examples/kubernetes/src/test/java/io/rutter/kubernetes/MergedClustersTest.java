// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rutter.kubernetes.MergedClusters.Part;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.ServiceEndpoints;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What did not change in any cluster is the same instance in the mesh of all. */
class MergedClustersTest {
  private static final ServiceEndpoints RATINGS = endpoints("ratings", "10.1.0.1");
  private static final ServiceEndpoints REVIEWS = endpoints("reviews", "10.1.0.2");

  private static ServiceEndpoints endpoints(String service, String address) {
    return ServiceEndpoints.builder()
        .hostname(service + ".shop.svc.cluster.local")
        .namespace("shop")
        .endpoints(List.of(Endpoint.builder().addresses(address).port(80).build()))
        .build();
  }

  private static List<Part> parts(ServiceEndpoints... ofSecond) {
    return List.of(
        new Part("east", MeshSnapshot.builder().endpoints(RATINGS, REVIEWS).build()),
        new Part("west", MeshSnapshot.builder().endpoints(ofSecond).build()));
  }

  @Test
  void whatSeveralClustersHaveIsMadeAgainOnlyIfItChanged() {
    MergedClusters clusters = new MergedClusters();
    ServiceEndpoints ratings = endpoints("ratings", "10.2.0.1");
    List<ServiceEndpoints> before =
        clusters.merge(parts(ratings, endpoints("reviews", "10.2.0.2"))).endpoints();
    List<ServiceEndpoints> now =
        clusters.merge(parts(ratings, endpoints("reviews", "10.2.0.3"))).endpoints();

    assertThat(now.get(0)).isSameAs(before.get(0));
    assertThat(now.get(0).endpoints())
        .extracting(endpoint -> endpoint.addresses().get(0), Endpoint::clusterId)
        .containsExactly(tuple("10.1.0.1", "east"), tuple("10.2.0.1", "west"));
    assertThat(now.get(1).endpoints())
        .extracting(endpoint -> endpoint.addresses().get(0))
        .containsExactly("10.1.0.2", "10.2.0.3");
  }

  @Test
  void aServiceThatASecondClusterNoLongerHasIsThatOfTheFirst() {
    MergedClusters clusters = new MergedClusters();
    Object unused = clusters.merge(parts(endpoints("ratings", "10.2.0.1")));
    assertThat(clusters.merge(parts()).endpoints())
        .flatExtracting(ServiceEndpoints::endpoints)
        .extracting(Endpoint::clusterId)
        .containsExactly("east", "east");
  }
}
