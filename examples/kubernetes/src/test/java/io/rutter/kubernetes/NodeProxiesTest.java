// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.controlplane.Event;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which proxy a node of Istio's is. */
class NodeProxiesTest {
  private static final String ID = "sidecar~10.1.0.1~reviews-1.shop~shop.svc.cluster.local";
  private static final MeshSnapshot EMPTY = MeshSnapshot.builder().build();

  private final List<Event> events = new ArrayList<>();
  private final NodeProxies proxies = new NodeProxies(events::add);

  private static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }

  private static Node.Builder node(String id, Map<String, Value> metadata) {
    return Node.newBuilder()
        .setId(id)
        .setLocality(Locality.newBuilder().setRegion("r").setZone("a"))
        .setMetadata(Struct.newBuilder().putAllFields(metadata));
  }

  private static MeshSnapshot meshOf(Map<String, String> labels, String region) {
    return EMPTY.toBuilder()
        .workloads(
            Workload.builder()
                .metadata(
                    ObjectMeta.builder().namespace("shop").name("reviews-1").labels(labels).build())
                .addresses("10.1.0.9")
                .locality(new io.rutter.model.Locality(region, "b", ""))
                .build())
        .build();
  }

  @Test
  void aNodeIsWhatItSaysOfItself() {
    Value labels =
        Value.newBuilder()
            .setStructValue(Struct.newBuilder().putFields("app", text("reviews")))
            .build();
    Node node =
        node(
                ID,
                Map.of(
                    "NAMESPACE", text("shop"),
                    "LABELS", labels,
                    "INSTANCE_IPS", text("10.1.0.1,fd00::1"),
                    "CLUSTER_ID", text("west"),
                    "NETWORK", text("net-1"),
                    "SERVICE_ACCOUNT", text("bookinfo-reviews"),
                    "DNS_CAPTURE", text("true"),
                    "ENVOY_STATUS_PORT", Value.newBuilder().setNumberValue(15021).build()))
            .build();
    Proxy proxy = proxies.proxy(node, EMPTY).orElseThrow();
    assertThat(proxy.id()).isEqualTo("reviews-1.shop");
    assertThat(proxy.type()).isEqualTo(ProxyType.SIDECAR);
    assertThat(proxy.ipAddresses()).containsExactly("10.1.0.1", "fd00::1");
    assertThat(proxy.labels()).containsExactly(Map.entry("app", "reviews"));
    assertThat(proxy.cluster()).isEqualTo("west");
    assertThat(proxy.network()).isEqualTo("net-1");
    assertThat(proxy.serviceAccount()).isEqualTo("bookinfo-reviews");
    assertThat(proxy.dnsDomain()).isEqualTo("shop.svc.cluster.local");
    assertThat(proxy.locality().region()).isEqualTo("r");
    assertThat(proxy.metadata().get("DNS_CAPTURE")).hasToString("true");
    assertThat(proxy.metadata().get("ENVOY_STATUS_PORT")).hasToString("15021");
    assertThat(events).isEmpty();
  }

  @Test
  void itsPodKnowsLabelsAndLocalityBetter() {
    Value fixed =
        Value.newBuilder().setStructValue(Struct.newBuilder().putFields("team", text("a"))).build();
    Node node = node(ID, Map.of("STATIC_LABELS", fixed)).build();
    Proxy proxy = proxies.proxy(node, meshOf(Map.of("app", "v1"), "pod")).orElseThrow();
    assertThat(proxy.labels()).containsExactly(Map.entry("team", "a"), Map.entry("app", "v1"));
    assertThat(proxy.locality().region()).isEqualTo("pod");
    assertThat(proxy.ipAddresses()).containsExactly("10.1.0.1");
    Proxy later = proxies.proxy(node, meshOf(Map.of("app", "v2"), "pod")).orElseThrow();
    assertThat(later.labels()).containsEntry("app", "v2");
    assertThat(proxies.proxy(node, EMPTY).orElseThrow().labels()).isEmpty();
  }

  @Test
  void aPodOfAnotherClusterIsAnotherPod() {
    Node node = node(ID, Map.of("CLUSTER_ID", text("west"))).build();
    assertThat(proxies.proxy(node, meshOf(Map.of("app", "v1"), "pod")).orElseThrow().labels())
        .isEmpty();
  }

  @Test
  void aRouterIsAGateway() {
    Node node = node("router~10.1.0.2~edge-1.edge~edge.svc.cluster.local", Map.of()).build();
    assertThat(proxies.proxy(node, EMPTY).map(Proxy::type)).contains(ProxyType.GATEWAY);
  }

  @Test
  void itsOwnProxyConfigCounts() {
    Value config =
        Value.newBuilder()
            .setStructValue(
                Struct.newBuilder()
                    .putFields("concurrency", Value.newBuilder().setNumberValue(2).build())
                    .putFields("interceptionMode", text("TPROXY")))
            .build();
    Node node = node(ID, Map.of("PROXY_CONFIG", config)).build();
    assertThat(proxies.proxy(node, EMPTY).flatMap(Proxy::proxyConfig)).isPresent();
  }

  @Test
  void whatIsNoProxyOfIstioIsNotServed() {
    for (String id :
        List.of("a.b", "ztunnel~10.1.0.1~z.shop~d", "sidecar~10.1.0.1~noNamespace~d", "a~b~c~d")) {
      assertThat(proxies.proxy(node(id, Map.of()).build(), EMPTY)).as(id).isEmpty();
    }
  }

  @Test
  void aForgedNamespaceAndWrongAddressesAreTold() {
    assertThat(proxies.proxy(node(ID, Map.of("NAMESPACE", text("other"))).build(), EMPTY))
        .isEqualTo(Optional.empty());
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("node-refused");
              assertThat(event.details())
                  .containsEntry("reason", "its metadata names the namespace other");
            });
    events.clear();
    Node noAddress = node(ID.replace("10.1.0.1", "nowhere"), Map.of()).build();
    assertThat(proxies.proxy(noAddress, EMPTY)).isEmpty();
    assertThat(events).extracting(Event::name).contains("problem", "node-refused");
  }
}
