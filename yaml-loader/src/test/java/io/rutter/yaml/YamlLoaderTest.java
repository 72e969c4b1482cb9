// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.ConfigKey;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.serviceentry.ServiceEntryAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlLoaderTest {
  @Test
  void readsTheBookShop() {
    Path folder = Path.of(System.getProperty("rutter.root"), "examples", "bookinfo");
    LoadResult result = YamlLoader.create().load(folder);

    assertThat(result.problems()).extracting(Problem::toString).isEmpty();
    assertThat(result.snapshot().virtualServices()).isNotEmpty();
    assertThat(result.snapshot().proxies()).hasSize(17);
  }

  @Test
  void readsFoldersInTheOrderOfNames(@TempDir Path folder) throws IOException {
    String proxy = "{apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: %s}}";
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("c.yml"), proxy.formatted("third"));
    Files.writeString(folder.resolve("b/x.json"), proxy.formatted("second"));
    Files.writeString(folder.resolve("a.yaml"), proxy.formatted("first"));
    Files.writeString(folder.resolve("a.txt"), "not: yaml of ours");

    assertThat(YamlLoader.create().load(folder).snapshot().proxies())
        .extracting(Proxy::name)
        .containsExactly("first", "second", "third");
  }

  @Test
  void labelsOfProxiesStandInTheirSpec() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: rutter.io/v1
            kind: Proxy
            metadata: {name: p, labels: {app: web}, annotations: {a: b}}
            spec: {ipAddresses: [10.0.0.1]}
            """);

    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "f:3:29: note: Proxy/default/p: metadata.labels: no effect: selectors look at the labels"
                + " of spec [ignored-field]");
  }

  @Test
  void metadata() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata:
              name: g
              namespace: ns
              creationTimestamp: 2024-02-03T04:05:06Z
              labels: {a: b}
              annotations: {c: "1", d: }
              uid: 123
              managedFields: [{manager: kubectl}]
            status: {conditions: []}
            """);

    assertThat(result.problems()).isEmpty();
    ObjectMeta metadata = result.snapshot().gateways().get(0).metadata();
    assertThat(metadata.namespace()).isEqualTo("ns");
    assertThat(metadata.creationTimestamp()).contains(Instant.parse("2024-02-03T04:05:06Z"));
    assertThat(metadata.labels()).containsEntry("a", "b");
    assertThat(metadata.annotations()).containsEntry("c", "1").containsEntry("d", "");
  }

  @Test
  void proxyWithNothingSaid() {
    LoadResult result =
        Loads.text("{apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: p, namespace: ns}}");

    assertThat(result.problems()).isEmpty();
    assertThat(result.snapshot().proxies())
        .containsExactly(
            Proxy.builder()
                .name("p")
                .namespace("ns")
                .type(ProxyType.SIDECAR)
                .ipAddresses("1.1.1.1")
                .cluster("Kubernetes")
                .dnsDomain("ns.svc.cluster.local")
                .locality(Locality.UNKNOWN)
                .build());
  }

  @Test
  void proxyMetadataMayHaveAnyShape() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: rutter.io/v1
            kind: Proxy
            metadata: {name: p}
            spec:
              type: gateway
              locality: {region: r, zone: z, subZone: s}
              metadata: {A: x, B: 1, C: 1.5, D: [true, ~], E: {F: y}}
            """);

    Proxy proxy = result.snapshot().proxies().get(0);
    assertThat(proxy.type()).isEqualTo(ProxyType.GATEWAY);
    assertThat(proxy.locality()).isEqualTo(new Locality("r", "z", "s"));
    assertThat(proxy.metadata()).hasToString("{A=x, B=1, C=1.5, D=[true], E={F=true}}");
  }

  @Test
  void allocatedAddressesComeFromTheStatus() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: e}
            spec: {hosts: [a.com]}
            status: {addresses: [{host: a.com, value: 240.240.0.1}], observedGeneration: "1"}
            """);

    assertThat(result.snapshot().serviceEntries().get(0).allocatedAddresses())
        .containsExactly(ServiceEntryAddress.builder().host("a.com").value("240.240.0.1").build());
  }

  @Test
  void itemsOfListsAreObjects() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: a}}
            - {apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: 5}}
            - {apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: b}}
            """);

    assertThat(result.snapshot().gateways()).hasSize(2);
    assertThat(result.problems()).singleElement().asString().startsWith("f:5:72: error: Gateway");
    assertThat(result.sources().locate(new ConfigKey("Gateway", "default", "b"), "metadata.name"))
        .contains(new SourceLocation("f", 6, 72));
  }

  @Test
  void itemsOfATypedListNeedNoType() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: v1
            kind: ServiceList
            metadata: {resourceVersion: "7"}
            items:
            - {metadata: {name: a}, spec: {ports: [{name: http, port: 80}]}}
            - {metadata: {name: b}, spec: {ports: [{name: http, port: 0}]}}
            - {apiVersion: v1, kind: Pod, metadata: {name: c}, status: {podIP: 10.1.1.1}}
            """);

    assertThat(result.snapshot().services())
        .extracting(service -> service.metadata().name())
        .containsExactly("a");
    assertThat(result.snapshot().workloads()).hasSize(1);
    assertThat(result.problems())
        .singleElement()
        .asString()
        .startsWith("f:6:59: error: Service/default/b: spec.ports[0].port");
  }

  @Test
  void objectsThatBreakARuleTakeNoPart() {
    String text =
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: r}
        spec:
          host: h
          trafficPolicy:
            connectionPool:
              tcp: {maxConnections: -1}
        """;
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", text));

    assertThat(result.snapshot().destinationRules()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .asString()
        .startsWith("f:8:29: error: DestinationRule/default/r: ");
    assertThat(Loads.text(text).snapshot().destinationRules()).hasSize(1);
  }

  @Test
  void findsPlacesInTheText() {
    LoadResult result =
        Loads.text(
            """
            # comment
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: v
              labels: {a.b/c: d}
            spec:
              http:
              - match: [{uri: {prefix: /a}}]
                retries:
                  per_try_timeout: 1s
            """);
    ConfigKey key = new ConfigKey("VirtualService", "default", "v");

    assertThat(result.sources().locate(key, "")).contains(new SourceLocation("f", 3, 1));
    assertThat(result.sources().locate(key, "spec.http[0]"))
        .contains(new SourceLocation("f", 10, 5));
    assertThat(result.sources().locate(key, "spec.http[0].retries"))
        .contains(new SourceLocation("f", 11, 5));
    assertThat(result.sources().locate(key, "spec.http[0].retries.perTryTimeout"))
        .contains(new SourceLocation("f", 12, 24));
    assertThat(result.sources().locate(key, "spec.http[0].retries.attempts"))
        .contains(new SourceLocation("f", 11, 5));
    assertThat(result.sources().locate(key, "metadata.labels[\"a.b/c\"]"))
        .contains(new SourceLocation("f", 7, 19));
    assertThat(result.sources().locate(new ConfigKey("Gateway", "default", "v"), "")).isEmpty();
  }
}
