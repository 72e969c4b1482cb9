// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.translator.internal.resolve.RegistryFixtures.entry;
import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static io.rutter.translator.internal.resolve.RegistryFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.ServiceEntryVisibility;
import io.rutter.model.mesh.Visibility;
import io.rutter.model.mesh.VisibilityPolicy;
import io.rutter.model.mesh.VisibilityRule;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.serviceentry.ServiceEntryAddress;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import org.junit.jupiter.api.Test;

class ServiceIndexTest {
  private static ServiceIndex index(MeshSnapshot.Builder snapshot) {
    return RegistryFixtures.index(snapshot).services();
  }

  @Test
  void anEntryBecomesOneServicePerHostAndAddress() {
    ServiceIndex index =
        index(
            MeshSnapshot.builder()
                .serviceEntries(
                    entry(meta("a", "ext", 2020), "b.example", "a.example")
                        .addresses("10.0.0.1", "10.1.0.0/16", "10.0.0.2/32", "nonsense")
                        .build()));

    assertThat(index.all())
        .extracting(s -> s.hostname() + " " + s.addresses())
        .containsExactly(
            "a.example [10.0.0.1]",
            "a.example [10.1.0.0/16]",
            "a.example [10.0.0.2]",
            "b.example [10.0.0.1]",
            "b.example [10.1.0.0/16]",
            "b.example [10.0.0.2]");
  }

  @Test
  void allocatedAddressesAreThoseOfTheHostIpv4First() {
    ServiceEntryAddress ipv6 = ServiceEntryAddress.builder().host("a").value("2001:2::1").build();
    ServiceEntryAddress ipv4 = ServiceEntryAddress.builder().host("a").value("240.240.0.1").build();
    ServiceIndex index =
        index(
            MeshSnapshot.builder()
                .serviceEntries(
                    entry(meta("a", "ext", 2020), "a", "b")
                        .allocatedAddresses(ipv6, ipv4)
                        .build()));

    assertThat(index.all().get(0).autoAllocatedAddresses())
        .containsExactly("240.240.0.1", "2001:2::1");
    assertThat(index.all().get(1).autoAllocatedAddresses()).isEmpty();
  }

  @Test
  void thePlatformsServiceStandsForAHostThoughItIsNewer() {
    Service platform = service(meta("a", "x", 2022)).build();
    ServiceIndex index =
        index(
            MeshSnapshot.builder()
                .services(platform)
                .serviceEntries(entry(meta("a", "ext", 2020), platform.hostname()).build()));

    assertThat(index.all())
        .extracting(Service::registry)
        .first()
        .isEqualTo(ServiceRegistry.EXTERNAL);
    assertThat(index.find("a", platform.hostname())).contains(platform);
  }

  @Test
  void aClientGetsItsOwnServiceElseTheOldestThatItSees() {
    ServiceIndex index =
        index(
            MeshSnapshot.builder()
                .serviceEntries(
                    entry(meta("hidden", "ext", 2019), "x.example").exportTo(".").build(),
                    entry(meta("old", "ext", 2020), "x.example").build(),
                    entry(meta("own", "ext", 2021), "x.example").build()));

    assertThat(index.lookup("x.example", "own").map(Service::namespace)).contains("own");
    assertThat(index.lookup("x.example", "other").map(Service::namespace)).contains("old");
  }

  @Test
  void whatIsExportedByNameComesBeforeWhatIsExportedEverywhere() {
    Service everywhere = service(meta("a", "everywhere", 2020)).build();
    Service named = service(meta("a", "named", 2021)).exportTo(ImmutableSet.of("b", "a")).build();
    Service nowhere = service(meta("a", "nowhere", 2021)).exportTo(ImmutableSet.of("~")).build();
    ServiceIndex index = index(MeshSnapshot.builder().services(everywhere, named, nowhere));

    assertThat(index.visibleTo("b")).containsExactly(named, everywhere);
    assertThat(index.visibleTo("c")).containsExactly(everywhere);
    assertThat(index.isVisible(nowhere, "a")).isFalse();
  }

  @Test
  void theMeshLimitsHowFarEntriesAreSeen() {
    MeshConfig config =
        MeshConfig.builder()
            .serviceEntryVisibility(
                ServiceEntryVisibility.builder()
                    .applyToSidecars(true)
                    .defaultVisibility(Visibility.NAMESPACE)
                    .policies(
                        VisibilityPolicy.builder()
                            .visibility(Visibility.PUBLIC)
                            .matchingRules(
                                VisibilityRule.builder()
                                    .namespaceSelector(
                                        NamespaceSelector.builder()
                                            .matchLabels(ImmutableMap.of("shared", "yes"))
                                            .build())
                                    .build())
                            .build())
                    .build())
            .build();
    MeshSnapshot snapshot =
        MeshSnapshot.builder()
            .namespaces(
                NamespaceInfo.builder()
                    .name("shared")
                    .labels(ImmutableMap.of("shared", "yes"))
                    .build())
            .serviceEntries(
                entry(meta("shared", "ext", 2020), "shared.example").build(),
                entry(meta("own", "ext", 2020), "own.example").build())
            .build();
    ServiceIndex index = RegistryFixtures.index(snapshot.toBuilder().meshConfig(config)).services();

    assertThat(index.visibleTo("x"))
        .extracting(Service::hostname)
        .containsExactly("shared.example");
    assertThat(index.visibleTo("own")).hasSize(2);
  }

  @Test
  void aliasesOfAliasesEndAtTheServiceAndCirclesNowhere() {
    Service target = service(meta("a", "target", 2020)).build();
    ServiceIndex index =
        index(
            MeshSnapshot.builder()
                .services(
                    target,
                    alias("two", "one.a.svc.cluster.local"),
                    alias("one", target.hostname()),
                    alias("ping", "pong.a.svc.cluster.local"),
                    alias("pong", "ping.a.svc.cluster.local")));

    assertThat(index.aliasesOf(target.hostname()))
        .extracting(NamespacedHost::hostname)
        .containsExactly("one.a.svc.cluster.local", "two.a.svc.cluster.local");
    assertThat(index.aliasesOf("ping.a.svc.cluster.local")).isEmpty();
  }

  private static Service alias(String name, String target) {
    return service(meta("a", name, 2020))
        .resolution(ServiceResolution.ALIAS)
        .aliasOf(target)
        .build();
  }
}
