// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What Java builds with some of the fields is equal to what a document with the same fields makes.
 */
class BuiltAsReadTest {
  private static final String ACCOUNT = SpiffeNames.of(MeshDefaults.TRUST_DOMAIN, "shop", "sa");

  /** The service of the endpoints. */
  private static final String SERVICE =
      """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {clusterIP: 10.0.0.7, ports: [{port: 80, name: http-web}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: reviews-a
        namespace: shop
        labels: {kubernetes.io/service-name: reviews}
      addressType: IPv4
      endpoints:
      - addresses: [10.1.0.7]
        targetRef: {kind: Pod, name: reviews-1, namespace: shop}
      ports: [{port: 8080, name: http-web}]
      """;

  /** What a Pod makes: a workload, and the endpoint that it is. */
  private record Instance(
      ObjectMeta.Builder metadata, Workload.Builder workload, Endpoint.Builder endpoint) {}

  private record OfPlatform(ObjectMeta.Builder metadata, Service.Builder service) {}

  @Property(tries = 100)
  void proxy(@ForAll("proxyFields") List<WrittenField<Proxy.Builder>> fields) {
    Proxy.Builder built = Proxy.builder().name("client");
    fields.forEach(field -> field.call().accept(built));
    assertThat(
            load("""
                    apiVersion: rutter.io/v1
                    kind: Proxy
                    metadata: {name: client}
                    spec: %s
                    """
                    .formatted(WrittenField.object(fields)))
                .proxies())
        .containsExactly(built.build());
  }

  @Property(tries = 100)
  void service(
      @ForAll("metadataOfServices") List<WrittenField<OfPlatform>> metadata,
      @ForAll("serviceFields") List<WrittenField<OfPlatform>> fields) {
    OfPlatform built = new OfPlatform(ObjectMeta.builder().name("reviews"), Service.builder());
    Iterables.concat(metadata, fields).forEach(field -> field.call().accept(built));
    String name = metadata.isEmpty() ? "" : ", " + trimmed(WrittenField.object(metadata));
    assertThat(
            load("""
                    apiVersion: v1
                    kind: Service
                    metadata: {name: reviews%s}
                    spec: %s
                    """
                    .formatted(name, WrittenField.object(fields)))
                .services())
        .containsExactly(built.service().metadata(built.metadata().build()).build());
  }

  @Property(tries = 100)
  void workloadAndEndpoint(
      @ForAll("labelsOfPods") List<WrittenField<Instance>> labels,
      @ForAll("podFields") List<WrittenField<Instance>> fields,
      @ForAll boolean ready) {
    Instance built =
        new Instance(
            ObjectMeta.builder().namespace("shop").name("reviews-1"),
            Workload.builder().addresses("10.1.0.7").serviceAccount(ACCOUNT).ready(ready),
            Endpoint.of("10.1.0.7", 8080, "http-web").toBuilder()
                .namespace("shop")
                .workloadName("reviews-1")
                .serviceAccount(ACCOUNT));
    Iterables.concat(labels, fields).forEach(field -> field.call().accept(built));
    String label = labels.isEmpty() ? "" : ", " + trimmed(WrittenField.object(labels));
    String field = fields.isEmpty() ? "" : ", " + trimmed(WrittenField.object(fields));
    MeshSnapshot read =
        load(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: reviews-1, namespace: shop%s}
            spec: {serviceAccountName: sa%s}
            status: {podIP: 10.1.0.7, conditions: [{type: Ready, status: "%s"}]}
            """
                    .formatted(label, field, ready ? "True" : "False")
                + SERVICE);

    assertThat(read.workloads())
        .containsExactly(built.workload().metadata(built.metadata().build()).build());
    assertThat(read.endpoints().get(0).endpoints()).containsExactly(built.endpoint().build());
  }

  private static String trimmed(String object) {
    return object.substring(1, object.length() - 1);
  }

  private static MeshSnapshot load(String yaml) {
    LoadResult result = YamlLoader.create().load(YamlSource.text("in.yaml", yaml));
    assertThat(result.hasErrors()).as(result.problems().toString()).isFalse();
    return result.snapshot();
  }

  @Provide
  Arbitrary<List<WrittenField<Proxy.Builder>>> proxyFields() {
    return WrittenField.someOf(
        ImmutableList.of(
            new WrittenField<>("type: sidecar", proxy -> proxy.type(ProxyType.SIDECAR)),
            new WrittenField<>("type: gateway", proxy -> proxy.type(ProxyType.GATEWAY))),
        ImmutableList.of(
            new WrittenField<>("ipAddresses: [10.0.0.1]", proxy -> proxy.ipAddresses("10.0.0.1")),
            new WrittenField<>("ipAddresses: []", proxy -> proxy.ipAddresses()),
            new WrittenField<>(
                "ipAddresses: [10.0.0.1, 'fd00::1']",
                proxy -> proxy.ipAddresses("10.0.0.1", "fd00::1"))),
        ImmutableList.of(
            new WrittenField<>("labels: {app: a}", proxy -> proxy.labels(Map.of("app", "a")))),
        ImmutableList.of(
            new WrittenField<>("serviceAccount: sa", proxy -> proxy.serviceAccount("sa"))),
        ImmutableList.of(new WrittenField<>("cluster: c2", proxy -> proxy.cluster("c2"))),
        ImmutableList.of(new WrittenField<>("network: n1", proxy -> proxy.network("n1"))),
        ImmutableList.of(
            new WrittenField<>(
                "locality: {region: r, zone: z}",
                proxy -> proxy.locality(new Locality("r", "z", "")))),
        ImmutableList.of(
            new WrittenField<>("dnsDomain: own.test", proxy -> proxy.dnsDomain("own.test"))),
        ImmutableList.of(
            new WrittenField<>(
                "metadata: {INTERCEPTION_MODE: TPROXY}",
                proxy -> proxy.metadata(Map.of("INTERCEPTION_MODE", "TPROXY")))));
  }

  @Provide
  Arbitrary<List<WrittenField<OfPlatform>>> metadataOfServices() {
    return WrittenField.someOf(
        ImmutableList.of(
            new WrittenField<>("namespace: shop", of -> of.metadata().namespace("shop"))),
        ImmutableList.of(
            new WrittenField<>("labels: {app: a}", of -> of.metadata().labels(Map.of("app", "a")))),
        ImmutableList.of(
            new WrittenField<>(
                "annotations: {note: text}",
                of -> of.metadata().annotations(Map.of("note", "text")))));
  }

  @Provide
  Arbitrary<List<WrittenField<OfPlatform>>> serviceFields() {
    return WrittenField.someOf(
        ImmutableList.of(
            new WrittenField<>("clusterIP: 10.0.0.7", of -> of.service().addresses("10.0.0.7")),
            new WrittenField<>(
                "clusterIP: None", of -> of.service().resolution(ServiceResolution.PASSTHROUGH)),
            new WrittenField<>(
                "type: ExternalName, externalName: a.example.com",
                of ->
                    of.service()
                        .resolution(ServiceResolution.ALIAS)
                        .meshExternal(true)
                        .aliasOf("a.example.com"))),
        ports(),
        ImmutableList.of(
            new WrittenField<>(
                "selector: {app: a}", of -> of.service().selector(Map.of("app", "a")))),
        ImmutableList.of(
            new WrittenField<>("internalTrafficPolicy: Local", of -> of.service().nodeLocal(true))),
        ImmutableList.of(
            new WrittenField<>(
                "trafficDistribution: PreferClose",
                of -> of.service().trafficDistribution(TrafficDistribution.PREFER_SAME_ZONE))),
        ImmutableList.of(
            new WrittenField<>(
                "externalIPs: [192.0.2.7]", of -> of.service().externalAddresses("192.0.2.7"))));
  }

  private static ImmutableList<WrittenField<OfPlatform>> ports() {
    return ImmutableList.of(
        new WrittenField<>(
            "ports: [{port: 80, name: http-web}]",
            of -> of.service().ports(ServicePort.of(80, "http-web"))),
        new WrittenField<>(
            "ports: [{port: 3306, name: db, targetPort: 3307}, {port: 53, protocol: UDP, name:"
                + " dns}]",
            of ->
                of.service()
                    .ports(
                        ServicePort.of(3306, "db").toBuilder()
                            .targetPort(TargetPort.of(3307))
                            .build(),
                        ServicePort.of(53, "dns", Protocol.UDP))),
        new WrittenField<>(
            "ports: [{port: 443, appProtocol: https, targetPort: web}]",
            of ->
                of.service()
                    .ports(
                        ServicePort.of(443, "", Protocol.HTTPS).toBuilder()
                            .targetPort(TargetPort.of("web"))
                            .build())));
  }

  @Provide
  Arbitrary<List<WrittenField<Instance>>> labelsOfPods() {
    return WrittenField.someOf(
        ImmutableList.of(
            labels(ImmutableMap.of("app", "a")),
            labels(ImmutableMap.of("app", "a", EndpointTlsMode.LABEL, "istio")),
            labels(ImmutableMap.of(EndpointTlsMode.LABEL, "other", TopologyLabels.NETWORK, "n1")),
            labels(
                ImmutableMap.of(
                    "topology.istio.io/locality", "r.z.s", TopologyLabels.REGION, "own"))));
  }

  private static WrittenField<Instance> labels(ImmutableMap<String, String> labels) {
    return new WrittenField<>(
        "labels: " + labels.toString().replace("=", ": "),
        of -> {
          of.metadata().labels(labels);
          of.endpoint().labels(labels);
        });
  }

  @Provide
  Arbitrary<List<WrittenField<Instance>>> podFields() {
    return WrittenField.someOf(
        ImmutableList.of(
            new WrittenField<>(
                "nodeName: node1",
                of -> {
                  of.workload().nodeName("node1");
                  of.endpoint().nodeName("node1");
                })),
        ImmutableList.of(
            new WrittenField<>("hostNetwork: true", of -> of.workload().onNodeNetwork(true))),
        ImmutableList.of(
            subdomain("subdomain: sub", "reviews-1"),
            subdomain("subdomain: sub, hostname: first", "first")),
        ImmutableList.of(
            new WrittenField<>(
                "containers: [{name: c, ports: [{containerPort: 8080, name: http}]}]",
                of -> of.workload().ports(ContainerPort.of(8080, "http")))));
  }

  private static WrittenField<Instance> subdomain(String yaml, String hostName) {
    return new WrittenField<>(
        yaml,
        of -> {
          of.workload().hostName(hostName).subDomain("sub");
          of.endpoint().hostName(hostName).subDomain("sub");
        });
  }
}
