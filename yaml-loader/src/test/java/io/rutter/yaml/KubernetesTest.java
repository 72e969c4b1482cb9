// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.model.registry.Workload;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry that Kubernetes objects make. */
class KubernetesTest {
  /** Slices may stand without their service here, which is worth a note only. */
  private static MeshSnapshot load(String... documents) {
    LoadResult result = Loads.text(String.join("\n---\n", documents));
    assertThat(result.problems())
        .filteredOn(problem -> problem.code() != ProblemCode.UNRESOLVED_REFERENCE)
        .extracting(Problem::toString)
        .isEmpty();
    return result.snapshot();
  }

  private static Service service(String metadata, String spec) {
    return load("{apiVersion: v1, kind: Service, metadata: {name: s, namespace: ns %s}, spec: {%s}}"
            .formatted(metadata, spec))
        .services()
        .get(0);
  }

  private static String slice(String name, String endpoints) {
    return "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, addressType: IPv4, "
        + "metadata: {name: %s, labels: {kubernetes.io/service-name: s}}, ".formatted(name)
        + "endpoints: [%s], ports: [{name: http, port: 8080}]}".formatted(endpoints);
  }

  private static String pod(String metadata, String spec, String status) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p%s}, spec: {%s}, status: {%s}}"
        .formatted(metadata, spec, status);
  }

  /** Endpoints of no service are left out, so that there is one. */
  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: s},"
          + " spec: {ports: [{name: http, port: 80}]}}";

  private static ImmutableList<Endpoint> endpoints(String... documents) {
    String[] all = Arrays.copyOf(documents, documents.length + 1);
    all[documents.length] = SERVICE;
    return endpointsOfServices(all);
  }

  private static ImmutableList<Endpoint> endpointsOfServices(String... documents) {
    return load(documents).endpoints().stream()
        .flatMap(group -> group.endpoints().stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static final String RUNNING =
      "phase: Running, podIP: 10.0.0.1, conditions: [{type: Ready, status: 'True'}]";

  @Test
  void servicePortsHaveTheDefaultsOfTheApiServer() {
    Service service =
        service(
            "",
            "clusterIP: 10.1.1.1, ports: [{port: 80, name: http}, {port: 81, targetPort: web}]");

    assertThat(service.hostname()).isEqualTo("s.ns.svc.cluster.local");
    assertThat(service.addresses()).containsExactly("10.1.1.1");
    assertThat(service.resolution()).isEqualTo(ServiceResolution.CLIENT_SIDE_LB);
    assertThat(service.ports())
        .containsExactly(
            ServicePort.builder().number(80).name("http").protocol(Protocol.HTTP).build(),
            ServicePort.builder().number(81).targetPort(new TargetPort.Named("web")).build());
  }

  @Test
  void headlessServicesHaveNoAddress() {
    Service service = service("", "clusterIP: None");

    assertThat(service.resolution()).isEqualTo(ServiceResolution.PASSTHROUGH);
    assertThat(service.addresses()).isEmpty();
  }

  @Test
  void externalNamesAreAliases() {
    Service service = service("", "type: ExternalName, externalName: a.com");

    assertThat(service.resolution()).isEqualTo(ServiceResolution.ALIAS);
    assertThat(service.aliasOf()).contains("a.com");
    assertThat(service.meshExternal()).isTrue();
  }

  @Test
  void annotationsOfServices() {
    Service service =
        service(
            ", annotations: {networking.istio.io/exportTo: '., other',"
                + " alpha.istio.io/canonical-serviceaccounts: 'spiffe://x',"
                + " alpha.istio.io/kubernetes-serviceaccounts: 'sa'}",
            "internalTrafficPolicy: Local");

    assertThat(service.exportTo()).contains(ImmutableSet.of("ns", "other"));
    assertThat(service.serviceAccounts())
        .containsExactly("spiffe://x", "spiffe://cluster.local/ns/ns/sa/sa");
    assertThat(service.nodeLocal()).isTrue();
  }

  @Test
  void trafficDistributionOfFieldServiceAndNamespace() {
    String annotation = "annotations: {networking.istio.io/traffic-distribution: preferClose}";
    String namespace =
        "{apiVersion: v1, kind: Namespace, metadata: {name: ns, %s}}".formatted(annotation);
    String plain = "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: ns}}";

    assertThat(service("", "trafficDistribution: PreferSameNode").trafficDistribution())
        .contains(TrafficDistribution.PREFER_SAME_NODE);
    assertThat(service(", " + annotation, "").trafficDistribution())
        .contains(TrafficDistribution.PREFER_SAME_ZONE);
    assertThat(load(namespace, plain).services().get(0).trafficDistribution())
        .contains(TrafficDistribution.PREFER_SAME_ZONE);
    assertThat(service("", "").trafficDistribution()).isEmpty();
  }

  @Test
  void gatewaysOfOtherNetworks() {
    String node =
        "{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {gw: %s}},"
            + " status: {addresses: [{type: InternalIP, address: 1.1.1.1},"
            + " {type: ExternalIP, address: %s}]}}";
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: s, annotations:"
            + " {traffic.istio.io/nodeSelector: '{\"gw\": \"a\"}'}},"
            + " spec: {type: NodePort, ports: [{port: 15443, nodePort: 30443}]}}";
    Service nodePort =
        load(node.formatted("n1", "a", "2.2.2.2"), node.formatted("n2", "b", "3.3.3.3"), service)
            .services()
            .get(0);

    assertThat(nodePort.externalAddresses()).containsExactly("2.2.2.2");
    assertThat(nodePort.nodePorts()).containsEntry(15443, 30443);
    assertThat(service("", "externalIPs: [4.4.4.4]").externalAddresses())
        .containsExactly("4.4.4.4");
  }

  @Test
  void workloadsAndEndpointsStandWhereTheirObjectsDo() {
    LoadResult loaded =
        Loads.text(
            String.join(
                "\n---\n", SERVICE, pod("", "", RUNNING), slice("s1", "{addresses: [10.0.0.1]}")));

    assertThat(loaded.snapshot().workloads()).hasSize(1);
    assertThat(
            loaded
                .sources()
                .locate(new ConfigKey("Workload", "default", "p"), "metadata.name")
                .orElseThrow()
                .line())
        .isEqualTo(3);
    assertThat(
            loaded
                .sources()
                .locate(
                    new ConfigKey("ServiceEndpoints", "default", "s.default.svc.cluster.local"), "")
                .orElseThrow()
                .line())
        .isEqualTo(1);
  }

  @Test
  void endpointsTakeWhatTheirPodSays() {
    Endpoint endpoint =
        endpoints(
                slice(
                    "s1",
                    "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: p, namespace: default}}"),
                pod(
                    ", generateName: p-, labels: {app: a, security.istio.io/tlsMode: istio,"
                        + " pod-template-hash: abc},"
                        + " ownerReferences: [{kind: ReplicaSet, name: dep-abc, controller: true}]",
                    "nodeName: node1, serviceAccountName: sa, subdomain: sub",
                    RUNNING),
                "{apiVersion: v1, kind: Node, metadata: {name: node1, labels:"
                    + " {topology.kubernetes.io/region: r, topology.istio.io/subzone: s}}}",
                "{apiVersion: v1, kind: Namespace, metadata: {name: istio-system, labels:"
                    + " {topology.istio.io/network: net}}}",
                "{apiVersion: rutter.io/v1, kind: MeshConfig, spec: {trustDomain: td}}")
            .get(0);

    assertThat(endpoint)
        .isEqualTo(
            Endpoint.builder()
                .addresses("10.0.0.1")
                .port(8080)
                .servicePortName("http")
                .labels(endpoint.labels())
                .network("net")
                .locality(new Locality("r", "", "s"))
                .serviceAccount("spiffe://td/ns/default/sa/sa")
                .tlsMode(EndpointTlsMode.ISTIO)
                .health(Health.HEALTHY)
                .workloadName("dep")
                .namespace("default")
                .nodeName("node1")
                .clusterId("Kubernetes")
                .hostName("p")
                .subDomain("sub")
                .build());
    assertThat(endpoint.labels())
        .containsEntry("app", "a")
        .containsEntry("topology.kubernetes.io/region", "r")
        .containsEntry("topology.istio.io/subzone", "s")
        .containsEntry("topology.istio.io/cluster", "Kubernetes")
        .containsEntry("topology.istio.io/network", "net")
        .containsEntry("kubernetes.io/hostname", "node1")
        .doesNotContainKey("topology.kubernetes.io/zone");
  }

  @Test
  void endpointsWithoutAPodTakeAReadyOneOfTheAddress() {
    String bare = slice("s1", "{addresses: [10.0.0.1]}");

    assertThat(endpoints(bare, pod("", "", RUNNING)).get(0).workloadName()).isEqualTo("p");
    assertThat(endpoints(bare, pod("", "", "podIP: 10.0.0.1")).get(0).workloadName()).isEmpty();
    assertThat(endpoints(bare, pod(", namespace: other", "", RUNNING)).get(0).workloadName())
        .isEmpty();
  }

  @Test
  void endpointsOfMissingPodsAreLeftOut() {
    String named = "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: p%s}}";

    assertThat(endpoints(slice("s1", named.formatted(", namespace: default")))).isEmpty();
    assertThat(endpoints(slice("s1", named.formatted("")), pod("", "", RUNNING))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', HEALTHY",
    "'ready: true', HEALTHY",
    "'ready: false', TERMINATING",
    "'ready: false, terminating: false', UNHEALTHY"
  })
  void healthOfEndpoints(String conditions, Health expected) {
    String endpoint = "{addresses: [10.0.0.1], conditions: {%s}}".formatted(conditions);

    assertThat(endpoints(slice("s1", endpoint)).get(0).health()).isEqualTo(expected);
  }

  @Test
  void endpointsOfServicesWithSessionsDrain() {
    String service =
        "{apiVersion: v1, kind: Service, metadata: {name: s, labels:"
            + " {istio.io/persistent-session: c}}, spec: {ports: [{name: http, port: 80}]}}";

    assertThat(
            endpointsOfServices(
                    service, slice("s1", "{addresses: [10.0.0.1], conditions: {ready: false}}"))
                .get(0)
                .health())
        .isEqualTo(Health.DRAINING);
  }

  @Test
  void slicesComeInTheOrderOfTheirNamesAndRepeatNothing() {
    String second = slice("s2", "{addresses: [10.0.0.1, 10.0.0.2]}");
    String first = slice("s1", "{addresses: [10.0.0.3, 10.0.0.1]}");

    assertThat(endpoints(second, first))
        .extracting(endpoint -> endpoint.addresses().get(0))
        .containsExactly("10.0.0.3", "10.0.0.1", "10.0.0.2");
  }

  @ParameterizedTest
  @CsvSource({
    "Job, run-12345678, run",
    "Job, run-1, run-1",
    "StatefulSet, db, db",
    "ReplicaSet, web-xyz, web",
    "ReplicaSet, web-abc, web-abc"
  })
  void workloadNames(String kind, String owner, String expected) {
    String metadata =
        ", generateName: p-, labels: {pod-template-hash: xyz},"
            + " ownerReferences: [{kind: %s, name: %s, controller: true}]";
    Workload workload = load(pod(metadata.formatted(kind, owner), "", "")).workloads().get(0);

    assertThat(workload.workloadName()).isEqualTo(expected);
    assertThat(workload.ready()).isFalse();
  }

  @Test
  void portsOfSidecarContainersCount() {
    Workload workload =
        load(pod(
                "",
                "containers: [{ports: [{containerPort: 80}]}], initContainers:"
                    + " [{restartPolicy: Always, ports: [{containerPort: 81, protocol: UDP}]},"
                    + " {ports: [{containerPort: 82}]}]",
                ""))
            .workloads()
            .get(0);

    assertThat(workload.ports())
        .extracting(port -> port.port() + "/" + port.protocol())
        .containsExactly("80/TCP", "81/UDP");
  }

  @Test
  void whatAPodHasOfItsNode() {
    Workload workload =
        load(pod(
                "",
                "hostNetwork: true, containers: [{ports: [{containerPort: 80, hostPort: 8080},"
                    + " {containerPort: 81}]}]",
                ""))
            .workloads()
            .get(0);

    assertThat(workload.onNodeNetwork()).isTrue();
    assertThat(workload.ports())
        .extracting(port -> port.port() + " " + port.onNode())
        .containsExactly("80 true", "81 false");
    assertThat(load(pod("", "", "")).workloads().get(0).onNodeNetwork()).isFalse();
  }

  @Test
  void localityLabelOfAPodWins() {
    assertThat(load(pod(", labels: {istio-locality: r.z.s}", "", "")).workloads().get(0).locality())
        .isEqualTo(new Locality("r", "z", "s"));
  }

  @Test
  void networksOfAddressRanges() {
    MeshSnapshot snapshot =
        load(
            "{apiVersion: rutter.io/v1, kind: MeshNetworks, spec: {networks:"
                + " {wide: {endpoints: [{fromCidr: 10.0.0.0/8}]}}}}",
            SERVICE,
            pod("", "", RUNNING),
            slice("s1", "{addresses: [10.9.9.9, 192.168.0.1]}"));

    assertThat(snapshot.workloads().get(0).network()).isEqualTo("wide");
    assertThat(snapshot.endpoints().get(0).endpoints())
        .extracting(Endpoint::network)
        .containsExactly("wide", "");
  }

  @Test
  void whatIsWrongWithAService() {
    assertThat(
            Loads.problems(
                "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selecter: {a: b},"
                    + " ports: [{name: x}, {port: 70000}]}}"))
        .containsExactly(
            "f:1:61: warning: Service/default/s: spec.selecter: no such field, it is left out"
                + " (expected: selector) [unknown-field]",
            "f:1:87: error: Service/default/s: spec.ports[0].port: missing"
                + " (expected: the number of the port) [missing-field]",
            "f:1:105: error: Service/default/s: spec.ports[1].port: 70000"
                + " (expected: a port from 1 to 65535) [invalid-value]");
  }

  @Test
  void podsAreFoundWhateverTheOrder() {
    String[] documents = {
      pod("", "", RUNNING),
      slice("s1", "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: p, namespace: default}}")
    };

    assertThat(load(documents[1], documents[0]).endpoints())
        .isEqualTo(load(documents[0], documents[1]).endpoints());
    assertThat(Optional.of(load(documents[0]).workloads().get(0).ready())).contains(true);
  }
}
