// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.translator.internal.resolve.RegistryFixtures.entry;
import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static io.rutter.translator.internal.resolve.RegistryFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.Protocol;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.Workload;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointIndexTest {
  private static final ImmutableMap<String, String> VM = ImmutableMap.of("app", "vm");

  private static final MeshConfig CONFIG =
      MeshConfig.builder().trustDomainAliases("old.example").build();

  private static List<Endpoint> endpoints(MeshSnapshot snapshot, String namespace, String host) {
    MeshIndex index = index(snapshot);
    return index.endpoints().endpoints(index.services().find(namespace, host).orElseThrow());
  }

  private static MeshIndex index(MeshSnapshot snapshot) {
    return RegistryFixtures.index(snapshot.toBuilder().meshConfig(CONFIG));
  }

  private static WorkloadEntry.Builder at(String address) {
    return WorkloadEntry.builder().address(address);
  }

  private static WorkloadEntryResource vm(String name, WorkloadEntry spec) {
    return WorkloadEntryResource.builder()
        .metadata(meta("a", name, 2020).toBuilder().labels(VM).build())
        .spec(spec)
        .build();
  }

  @Test
  void portsComeFromTheSocketTheEndpointTheTargetPortOrTheService() {
    ServiceEntry entry =
        entry(meta("a", "ext", 2020), "x.example")
            .ports(
                ServiceEntryPort.builder().number(80).name("http").build(),
                ServiceEntryPort.builder().number(443).name("tls").targetPort(8443).build())
            .endpoints(
                at("10.0.0.1").build(),
                at("10.0.0.2").ports(ImmutableMap.of("tls", 9443)).build(),
                at("unix:///run/x").build())
            .build();

    assertThat(endpoints(MeshSnapshot.builder().serviceEntries(entry).build(), "a", "x.example"))
        .extracting(e -> e.addresses().get(0) + " " + e.servicePortName() + " " + e.port())
        .containsExactly(
            "10.0.0.1 http 80",
            "10.0.0.1 tls 8443",
            "10.0.0.2 http 80",
            "10.0.0.2 tls 9443",
            "unix:///run/x http 0",
            "unix:///run/x tls 0");
  }

  @Test
  void anEndpointTellsWhereItRunsAndWhoItIs() {
    ServiceEntry entry =
        entry(meta("a", "ext", 2020), "x.example")
            .endpoints(
                at("10.0.0.1")
                    .labels(ImmutableMap.of("istio-locality", "r.z"))
                    .serviceAccount("robot")
                    .network("n1")
                    .weight(7)
                    .build())
            .build();

    Endpoint endpoint =
        endpoints(MeshSnapshot.builder().serviceEntries(entry).build(), "a", "x.example").get(0);

    assertThat(endpoint.locality()).isEqualTo(new Locality("r", "z", ""));
    assertThat(endpoint.serviceAccount()).contains("spiffe://cluster.local/ns/a/sa/robot");
    assertThat(endpoint.tlsMode()).isEqualTo(EndpointTlsMode.ISTIO);
    assertThat(endpoint.network()).isEqualTo("n1");
    assertThat(endpoint.weight()).hasValue(7);
    assertThat(endpoint.workloadName()).isEqualTo("ext-0");
    assertThat(endpoint.health()).isEqualTo(Health.UNKNOWN);
    assertThat(endpoint.labels())
        .containsEntry("topology.kubernetes.io/region", "r")
        .containsEntry("topology.istio.io/network", "n1")
        .containsEntry("topology.istio.io/cluster", "Kubernetes");
  }

  @Test
  void everyAddressOfAnEntryRepeatsItsEndpoints() {
    ServiceEntry entry =
        entry(meta("a", "ext", 2020), "x.example")
            .addresses("10.9.0.1", "10.9.0.2")
            .endpoints(at("10.0.0.1").build(), at("10.0.0.2").build())
            .build();

    assertThat(endpoints(MeshSnapshot.builder().serviceEntries(entry).build(), "a", "x.example"))
        .extracting(e -> e.addresses().get(0))
        .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.1", "10.0.0.2");
  }

  @Test
  void entriesForOneHostAreUnitedOldestFirstButARoundRobinHasOneEndpoint() {
    ServiceEntry newer =
        entry(meta("a", "newer", 2021), "x.example").endpoints(at("10.0.0.2").build()).build();
    ServiceEntry older =
        entry(meta("a", "older", 2020), "x.example").endpoints(at("10.0.0.1").build()).build();

    assertThat(
            endpoints(
                MeshSnapshot.builder().serviceEntries(newer, older).build(), "a", "x.example"))
        .extracting(e -> e.addresses().get(0))
        .containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(
            endpoints(
                MeshSnapshot.builder()
                    .serviceEntries(
                        newer.toBuilder().resolution(Resolution.DNS_ROUND_ROBIN).build(),
                        older.toBuilder().resolution(Resolution.DNS_ROUND_ROBIN).build())
                    .build(),
                "a",
                "x.example"))
        .extracting(e -> e.addresses().get(0))
        .containsExactly("10.0.0.1");
  }

  @Test
  void withDnsTheHostItselfIsTheEndpoint() {
    ServiceEntry entry =
        entry(meta("a", "ext", 2020), "x.example").resolution(Resolution.DNS).build();

    assertThat(endpoints(MeshSnapshot.builder().serviceEntries(entry).build(), "a", "x.example"))
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.addresses()).containsExactly("x.example");
              assertThat(endpoint.tlsMode()).isEqualTo(EndpointTlsMode.DISABLED);
              assertThat(endpoint.workloadName()).isEqualTo("ext");
            });
  }

  @Test
  void anEntrySelectsReadyPodsAndThenWorkloadEntriesThatItsResolutionAllows() {
    Workload pod =
        Workload.builder()
            .metadata(meta("a", "pod", 2020).toBuilder().labels(VM).build())
            .addresses("10.0.0.9")
            .locality(Locality.UNKNOWN)
            .ports(ContainerPort.builder().name("http").port(8080).protocol(Protocol.TCP).build())
            .ready(true)
            .build();
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .serviceEntries(
                entry(meta("a", "ext", 2020), "x.example")
                    .workloadSelector(WorkloadSelector.of(VM))
                    .build())
            .workloads(
                pod,
                pod.toBuilder().metadata(meta("a", "other", 2020)).build(),
                pod.toBuilder()
                    .metadata(pod.metadata().toBuilder().name("late").build())
                    .ready(false)
                    .build())
            .workloadEntries(
                vm("b", at("10.0.0.2").build()),
                vm("a", at("10.0.0.1").build()),
                vm("c", at("vm.example").build()))
            .build();

    assertThat(endpoints(snapshot, "a", "x.example"))
        .extracting(e -> e.addresses().get(0) + " " + e.port())
        .containsExactly("10.0.0.9 8080", "10.0.0.1 80", "10.0.0.2 80");
  }

  @Test
  void aServiceSelectsWorkloadEntriesAndTakesTheirPorts() {
    Service service =
        service(meta("a", "x", 2020))
            .selector(VM)
            .ports(
                ServicePort.builder()
                    .number(80)
                    .name("http")
                    .targetPort(new TargetPort.Fixed(8080))
                    .build(),
                ServicePort.builder()
                    .number(81)
                    .name("admin")
                    .targetPort(new TargetPort.Named("adm"))
                    .build())
            .build();
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .services(service)
            .workloadEntries(
                vm("v1", at("10.0.0.1").build()),
                vm("v2", at("10.0.0.2").ports(ImmutableMap.of("http", 9, "adm", 8)).build()))
            .build();

    assertThat(index(snapshot).endpoints().endpoints(service))
        .extracting(e -> e.addresses().get(0) + " " + e.servicePortName() + " " + e.port())
        .containsExactly("10.0.0.1 http 8080", "10.0.0.2 http 9", "10.0.0.2 admin 8");
  }

  @Test
  void clustersJoinEndpointsOfEntriesByPortNumber() {
    ServiceEntry one =
        entry(meta("a", "one", 2020), "x.example").endpoints(at("10.0.0.1").build()).build();
    ServiceEntry two =
        entry(meta("a", "two", 2021), "x.example")
            .ports(ServiceEntryPort.builder().number(80).name("web").build())
            .endpoints(at("10.0.0.2").build())
            .build();
    MeshSnapshot snapshot = MeshSnapshot.builder().serviceEntries(one, two).build();
    MeshIndex index = index(snapshot);
    Service service = index.services().find("a", "x.example").orElseThrow();
    ServicePort port = service.ports().get(0);

    assertThat(index.endpoints().endpoints(service, port)).hasSize(1);
    assertThat(index.endpoints().endpointsByPortNumber(service, port)).hasSize(2);
  }

  @Test
  void accountsAreThoseOfEndpointsAndServiceInAllTrustDomains() {
    ServiceEntry entry =
        entry(meta("a", "ext", 2020), "x.example")
            .subjectAltNames("x.example")
            .endpoints(at("10.0.0.1").serviceAccount("robot").build())
            .build();
    MeshSnapshot snapshot = MeshSnapshot.builder().serviceEntries(entry).build();

    MeshIndex index = index(snapshot);
    assertThat(
            index
                .endpoints()
                .serviceAccounts(index.services().find("a", "x.example").orElseThrow()))
        .containsExactly(
            "spiffe://cluster.local/ns/a/sa/robot",
            "spiffe://old.example/ns/a/sa/robot",
            "x.example");
  }
}
