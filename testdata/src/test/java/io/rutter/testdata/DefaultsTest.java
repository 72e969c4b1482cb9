// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.Workload;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.ProtoJson;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that Java builds with the fewest setters means the same as the smallest document. */
class DefaultsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {clusterIP: 10.0.0.7, ports: [{port: 80, name: http-web}, {port: 90, name: other}]}
      """;

  private static final String SLICE =
      """
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: reviews
        namespace: shop
        labels: {kubernetes.io/service-name: reviews}
      addressType: IPv4
      endpoints: [{addresses: [10.1.0.7]}]
      ports: [{port: 8080, name: http-web}]
      """;

  private static final String PROXY =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client}
      spec: {}
      """;

  private static final Service REVIEWS =
      Service.builder()
          .metadata(ObjectMeta.of("shop", "reviews"))
          .addresses("10.0.0.7")
          .ports(
              ServicePort.builder().number(80).name("http-web").build(),
              ServicePort.builder().number(90).name("other").build())
          .build();

  private static final Endpoint INSTANCE =
      Endpoint.builder().addresses("10.1.0.7").port(8080).servicePortName("http-web").build();

  private static final Proxy CLIENT = Proxy.builder().name("client").build();

  @Test
  void proxy() {
    assertThat(load(PROXY).proxies()).containsExactly(CLIENT);
  }

  @Test
  void service() {
    assertThat(load(SERVICE).services()).containsExactly(REVIEWS);
  }

  @Test
  void endpoint() {
    assertThat(load(SERVICE, SLICE).endpoints())
        .containsExactly(
            ServiceEndpoints.builder()
                .hostname(REVIEWS.hostname())
                .namespace("shop")
                .endpoints(INSTANCE)
                .build());
  }

  /** The account is apart: a Pod always has one. */
  @Test
  void workload() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: reviews-1, namespace: shop}
        spec: {serviceAccountName: default}
        """;
    assertThat(load(pod).workloads())
        .containsExactly(
            Workload.builder()
                .metadata(ObjectMeta.of("shop", "reviews-1"))
                .serviceAccount(SpiffeNames.of(MeshDefaults.TRUST_DOMAIN, "shop", "default"))
                .build());
  }

  @Test
  void workloadAndEndpointByTheirLabels() {
    String labels =
        "{app: reviews, security.istio.io/tlsMode: istio, topology.istio.io/network: n1,"
            + " topology.istio.io/locality: r.z.s}";
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: reviews-1, namespace: shop, labels: %s}
        spec: {serviceAccountName: default}
        status: {podIP: 10.1.0.7, conditions: [{type: Ready, status: "True"}]}
        """
            .formatted(labels);
    MeshSnapshot read = load(SERVICE, SLICE, pod);
    Map<String, String> declared =
        Map.of(
            "app", "reviews",
            "security.istio.io/tlsMode", "istio",
            "topology.istio.io/network", "n1",
            "topology.istio.io/locality", "r.z.s");
    Workload workload =
        Workload.builder()
            .metadata(ObjectMeta.of("shop", "reviews-1").toBuilder().labels(declared).build())
            .addresses("10.1.0.7")
            .ready(true)
            .build();
    assertThat(workload.locality()).isEqualTo(new Locality("r", "z", "s"));
    assertThat(Iterables.getOnlyElement(read.workloads()))
        .isEqualTo(
            workload.toBuilder()
                .serviceAccount(SpiffeNames.of(MeshDefaults.TRUST_DOMAIN, "shop", "default"))
                .build());
    Endpoint made =
        Endpoint.builder()
            .addresses("10.1.0.7")
            .port(8080)
            .servicePortName("http-web")
            .labels(declared)
            .workloadName("reviews-1")
            .namespace("shop")
            .serviceAccount(SpiffeNames.of(MeshDefaults.TRUST_DOMAIN, "shop", "default"))
            .build();
    assertThat(made.toBuilder().build()).isEqualTo(made);
    assertThat(read.endpoints().get(0).endpoints()).containsExactly(made);
  }

  @Test
  void settings() {
    MeshSnapshot read =
        load(
            "apiVersion: rutter.io/v1\nkind: MeshConfig\nspec: {}\n",
            "apiVersion: rutter.io/v1\nkind: MeshNetworks\nspec: {}\n");
    assertThat(read.meshConfig()).isEqualTo(MeshConfig.builder().build());
    assertThat(read.meshNetworks()).isEqualTo(MeshNetworks.builder().build());
  }

  @Test
  void translation() {
    MeshSnapshot built =
        MeshSnapshot.builder()
            .services(REVIEWS)
            .endpoints(
                ServiceEndpoints.builder()
                    .hostname(REVIEWS.hostname())
                    .namespace("shop")
                    .endpoints(INSTANCE)
                    .build())
            .proxies(CLIENT)
            .build();
    XdsResources ofJava = Translator.create().compile(built).translate(CLIENT);
    MeshSnapshot read = load(SERVICE, SLICE, PROXY);
    XdsResources ofYaml = Translator.create().compile(read).translate(read.proxies().get(0));
    for (ResourceKind kind : ResourceKind.values()) {
      assertThat(ofJava.serialized(kind)).isEqualTo(ofYaml.serialized(kind)).isNotEmpty();
    }
  }

  @Test
  void domainOfTheNamespace() {
    assertThat(Proxy.builder().name("a").namespace("shop").build().dnsDomain())
        .isEqualTo("shop.svc.cluster.local");
  }

  /** As Go's time.ParseDuration takes them, which istiod reads this metadata with. */
  @ParameterizedTest
  @CsvSource({"1h,1000,PT1000H", "1h,40000,PT40000H", "9,30,", "1h,4000000,"})
  void idleTimeoutOfAnyLength(String part, int times, @Nullable String expected) {
    String text = part.repeat(times) + (part.equals("9") ? "h" : "");
    Proxy proxy = CLIENT.toBuilder().metadata(Map.of("IDLE_TIMEOUT", text)).build();
    XdsResources resources =
        Translator.create()
            .compile(MeshSnapshot.builder().services(REVIEWS).proxies(proxy).build())
            .translate(proxy);
    String listeners =
        resources.listeners().stream().map(ProtoJson::print).collect(Collectors.joining());
    if (expected == null) {
      assertThat(listeners).doesNotContain("idleTimeout");
    } else {
      assertThat(listeners)
          .contains("\"idleTimeout\": \"" + Duration.parse(expected).toSeconds() + "s\"");
    }
  }

  private static MeshSnapshot load(String... documents) {
    var loaded =
        YamlLoader.create().load(YamlSource.text("mesh.yaml", String.join("---\n", documents)));
    assertThat(loaded.problems()).isEmpty();
    return loaded.snapshot();
  }
}
