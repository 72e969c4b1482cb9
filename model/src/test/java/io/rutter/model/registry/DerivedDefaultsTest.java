// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a builder derives follows what it is derived from; what somebody sets stays. */
class DerivedDefaultsTest {
  private static final Locality HERE = new Locality("here", "z1", "");
  private static final Locality THERE = new Locality("there", "", "");

  @Test
  void domainOfAProxyFollowsItsNamespace() {
    Proxy proxy = Proxy.builder().name("a").namespace("shop").build();

    assertThat(proxy.toBuilder().namespace("other").build().dnsDomain())
        .isEqualTo("other.svc.cluster.local");
    assertThat(proxy.toBuilder().dnsDomain("own").namespace("other").build().dnsDomain())
        .isEqualTo("own");
    assertThat(
            proxy.toBuilder().dnsDomain("").build().toBuilder().namespace("x").build().dnsDomain())
        .isEmpty();
  }

  @Test
  void aBuilderThatIsUsedTwiceDerivesTwice() {
    Proxy.Builder proxy = Proxy.builder().name("a").namespace("one");
    ServicePort.Builder port = ServicePort.builder().number(80).name("http");
    Endpoint.Builder endpoint = Endpoint.builder().labels(Map.of("app", "a")).network("n1");

    assertThat(proxy.build().dnsDomain()).isEqualTo("one.svc.cluster.local");
    assertThat(proxy.namespace("two").build().dnsDomain()).isEqualTo("two.svc.cluster.local");
    assertThat(port.build().protocol()).isEqualTo(Protocol.HTTP);
    assertThat(port.name("grpc").build().protocol()).isEqualTo(Protocol.GRPC);
    assertThat(endpoint.build().labels()).containsEntry(TopologyLabels.NETWORK, "n1");
    assertThat(endpoint.network("n2").build().labels()).containsEntry(TopologyLabels.NETWORK, "n2");
  }

  @Test
  void hostOfAServiceFollowsItsMetadata() {
    Service service = Service.builder().metadata(ObjectMeta.of("shop", "reviews")).build();
    Service external = service.toBuilder().registry(ServiceRegistry.EXTERNAL).build();

    assertThat(service.toBuilder().metadata(ObjectMeta.of("new", "ratings")).build().hostname())
        .isEqualTo("ratings.new.svc.cluster.local");
    assertThat(external.sourceKind()).isEqualTo("ServiceEntry");
    assertThat(external.clusterId()).isEmpty();
    assertThat(external.hostname()).isEmpty();
    assertThat(
            service.toBuilder().hostname("reviews.example.com").build().toBuilder()
                .metadata(ObjectMeta.of("new", "ratings"))
                .build()
                .hostname())
        .isEqualTo("reviews.example.com");
  }

  @Test
  void protocolOfAPortFollowsItsNameAndNumber() {
    ServicePort port = ServicePort.builder().number(80).name("http").build();

    assertThat(port.toBuilder().name("tcp-db").build().protocol()).isEqualTo(Protocol.TCP);
    assertThat(port.toBuilder().name("db").number(3306).build().protocol()).isEqualTo(Protocol.TCP);
    assertThat(port.toBuilder().protocol(Protocol.TLS).name("x").build().protocol())
        .isEqualTo(Protocol.TLS);
  }

  @Test
  void aWorkloadFollowsItsMetadata() {
    Workload workload =
        Workload.builder()
            .metadata(
                ObjectMeta.builder()
                    .name("one")
                    .labels(Map.of(EndpointTlsMode.LABEL, "istio", TopologyLabels.NETWORK, "n1"))
                    .build())
            .build();
    Workload moved = workload.toBuilder().metadata(ObjectMeta.of("shop", "two")).build();

    assertThat(workload.tlsMode()).isEqualTo(EndpointTlsMode.ISTIO);
    assertThat(moved.workloadName()).isEqualTo("two");
    assertThat(moved.tlsMode()).isEqualTo(EndpointTlsMode.DISABLED);
    assertThat(moved.network()).isEmpty();
    assertThat(
            workload.toBuilder()
                .network("own")
                .locality(HERE)
                .metadata(ObjectMeta.of("shop", "two"))
                .build())
        .isEqualTo(moved.toBuilder().network("own").locality(HERE).build());
  }

  @Test
  void labelsOfAnEndpointFollowItsPlace() {
    Endpoint endpoint =
        Endpoint.builder()
            .labels(Map.of("app", "a"))
            .locality(HERE)
            .network("n1")
            .nodeName("node1")
            .build();
    Endpoint moved =
        endpoint.toBuilder().locality(THERE).network("n2").nodeName("").clusterId("c2").build();

    assertThat(moved)
        .isEqualTo(
            Endpoint.builder()
                .labels(Map.of("app", "a"))
                .locality(THERE)
                .network("n2")
                .clusterId("c2")
                .build());
    assertThat(endpoint.toBuilder().labels(Map.of("app", "b")).build().labels())
        .containsEntry("app", "b")
        .containsEntry(TopologyLabels.NETWORK, "n1")
        .containsEntry(TopologyLabels.NODE, "node1");
  }

  @Test
  void anEndpointFollowsItsLabels() {
    Endpoint endpoint =
        Endpoint.builder()
            .labels(
                Map.of(
                    EndpointTlsMode.LABEL,
                    "istio",
                    TopologyLabels.NETWORK,
                    "n1",
                    "istio-locality",
                    "here.z1"))
            .build();
    Endpoint relabelled =
        endpoint.toBuilder()
            .labels(Map.of(TopologyLabels.NETWORK, "n2", "istio-locality", "there"))
            .build();

    assertThat(endpoint.locality()).isEqualTo(HERE);
    assertThat(relabelled.tlsMode()).isEqualTo(EndpointTlsMode.DISABLED);
    assertThat(relabelled.network()).isEqualTo("n2");
    assertThat(relabelled.locality()).isEqualTo(THERE);
    assertThat(relabelled.labels())
        .containsEntry(TopologyLabels.NETWORK, "n2")
        .containsEntry(TopologyLabels.REGION, "there")
        .doesNotContainKey(TopologyLabels.ZONE);
  }

  @Test
  void anEndpointWithoutTopologyLabelsStaysWithout() {
    Endpoint host = Endpoint.builder().network("n1").withoutTopologyLabels().build();

    assertThat(host.toBuilder().port(80).locality(HERE).build().labels()).isEmpty();
    assertThat(host.toBuilder().locality(HERE).build().network()).isEqualTo("n1");
    assertThat(
            Endpoint.builder().network("n1").build().toBuilder()
                .withoutTopologyLabels()
                .build()
                .labels())
        .isEmpty();
  }

  @Test
  void anyOtherTlsModeIsKnownByItsLabel() {
    assertThat(EndpointTlsMode.of(Map.of(EndpointTlsMode.LABEL, "ISTIO")))
        .isEqualTo(EndpointTlsMode.OTHER);
    assertThat(EndpointTlsMode.of(Map.of(EndpointTlsMode.LABEL, "")))
        .isEqualTo(EndpointTlsMode.OTHER);
    assertThat(EndpointTlsMode.of(Map.of(), EndpointTlsMode.ISTIO))
        .isEqualTo(EndpointTlsMode.ISTIO);
  }
}
