// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.translator.internal.resolve.RegistryFixtures.entry;
import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static io.rutter.translator.internal.resolve.RegistryFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.Workload;
import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.translator.TranslationOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTargetsTest {
  private static final ImmutableMap<String, String> APP = ImmutableMap.of("app", "x");

  private static final Proxy PROXY =
      Proxy.builder()
          .name("pod")
          .namespace("a")
          .ipAddresses("10.1.0.1")
          .locality(Locality.UNKNOWN)
          .labels(APP)
          .build();

  private static final Workload POD =
      Workload.builder()
          .metadata(meta("a", "pod", 2020).toBuilder().labels(APP).build())
          .addresses("10.1.0.1")
          .locality(Locality.UNKNOWN)
          .ports(
              ContainerPort.builder().name("dns").port(53).protocol(Protocol.UDP).build(),
              ContainerPort.builder().name("web").port(8080).build())
          .build();

  private static List<String> targets(MeshSnapshot snapshot) {
    MeshIndex mesh = MeshIndex.of(snapshot, TranslationOptions.defaults(), problem -> {});
    return ServiceTargets.of(mesh, PROXY).stream()
        .map(t -> t.service().name() + " " + t.port().number() + " " + t.targetPort())
        .toList();
  }

  private static ServicePort port(int number, Protocol protocol, TargetPort target) {
    return ServicePort.builder()
        .number(number)
        .name("p" + number)
        .protocol(protocol)
        .targetPort(target)
        .build();
  }

  @Test
  void namedPortsAreThoseOfThePodAndRepeatsAreLeftOut() {
    Service service =
        service(meta("a", "x", 2020))
            .selector(APP)
            .ports(
                port(80, Protocol.HTTP, new TargetPort.Named("web")),
                port(81, Protocol.HTTP, new TargetPort.Fixed(8080)),
                port(82, Protocol.TCP, new TargetPort.Fixed(8080)),
                port(83, Protocol.TCP, new TargetPort.Named("dns")),
                port(84, Protocol.UDP, new TargetPort.Named("dns")))
            .build();

    assertThat(targets(MeshSnapshot.builder().services(service).workloads(POD).build()))
        .containsExactly("x 80 8080", "x 82 8080", "x 84 53");
  }

  @Test
  void withoutAPodTheLabelsOfTheProxyCount() {
    Service service =
        service(meta("a", "x", 2020))
            .selector(APP)
            .ports(
                port(80, Protocol.HTTP, new TargetPort.Named("web")),
                port(81, Protocol.HTTP, new TargetPort.Fixed(8081)))
            .build();

    assertThat(targets(MeshSnapshot.builder().services(service).build()))
        .containsExactly("x 81 8081");
  }

  @Test
  void olderServicesComeFirstWhereverTheyComeFrom() {
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .services(
                service(meta("a", "newer", 2022)).selector(APP).build(),
                service(meta("a", "older", 2020)).selector(APP).build(),
                service(meta("a", "none", 2020)).build(),
                service(meta("b", "elsewhere", 2020)).selector(APP).build())
            .serviceEntries(
                entry(meta("a", "ext", 2021), "x.example")
                    .endpoints(
                        WorkloadEntry.builder().address("10.1.0.1").build(),
                        WorkloadEntry.builder().address("10.1.0.2").build())
                    .build())
            .workloads(POD)
            .build();

    assertThat(targets(snapshot))
        .containsExactly("older 80 8080", "x.example 80 80", "newer 80 8080");
  }

  @Test
  void aServiceWithoutSelectorCountsWhereNoOtherDoes() {
    Service headless =
        service(meta("a", "headless", 2020)).resolution(ServiceResolution.PASSTHROUGH).build();
    ServiceEndpoints endpoints =
        ServiceEndpoints.builder()
            .namespace("a")
            .hostname(headless.hostname())
            .endpoints(
                Endpoint.builder()
                    .addresses("10.1.0.1")
                    .servicePortName("http")
                    .port(8080)
                    .locality(Locality.UNKNOWN)
                    .build())
            .build();
    MeshSnapshot.Builder snapshot =
        MeshSnapshot.builder().services(headless).endpoints(endpoints).workloads(POD);

    assertThat(targets(snapshot.build())).containsExactly("headless 80 8080");
    assertThat(
            targets(
                snapshot
                    .services(headless, service(meta("a", "x", 2021)).selector(APP).build())
                    .build()))
        .containsExactly("x 80 8080");
  }

  @Test
  void aWorkloadEntryAtTheAddressDecidesBeforeThePod() {
    Service service = service(meta("vms", "vm", 2020)).selector(APP).build();
    WorkloadEntryResource entry =
        WorkloadEntryResource.builder()
            .metadata(meta("vms", "vm", 2020))
            .spec(
                WorkloadEntry.builder()
                    .address("10.1.0.1")
                    .labels(APP)
                    .ports(ImmutableMap.of("http", 9090))
                    .build())
            .build();

    assertThat(
            targets(
                MeshSnapshot.builder()
                    .services(service, service(meta("a", "x", 2020)).selector(APP).build())
                    .workloads(POD)
                    .workloadEntries(entry)
                    .build()))
        .containsExactly("vm 80 9090");
  }
}
