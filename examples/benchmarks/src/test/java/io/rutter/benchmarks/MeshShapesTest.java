// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each shape, made small, is a valid mesh with the resources that it is for. */
class MeshShapesTest {
  private static XdsResources translated(MeshShape shape) {
    LoadResult mesh = YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", shape.text())));
    assertThat(mesh.problems()).isEmpty();
    XdsResources resources =
        Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));
    assertThat(resources.problems()).isEmpty();
    return resources;
  }

  @Test
  void gatewaysHaveAHostEach() {
    assertThat(translated(new ManyGateways(7)).routes().get(0).getVirtualHostsList()).hasSize(7);
  }

  @Test
  void virtualServicesShareAHost() {
    XdsResources resources = translated(new SharedGatewayHost(7));

    assertThat(resources.routes().get(0).getVirtualHostsList()).hasSize(1);
    assertThat(resources.routes().get(0).getVirtualHosts(0).getRoutesList()).hasSize(7);
  }

  @Test
  void servicesHaveTheirProtocol() {
    assertThat(translated(new PlainServices(7, "http", 80)).routes()).hasSize(1);
    assertThat(translated(new PlainServices(7, "tcp", 1_000)).routes()).isEmpty();
    assertThat(translated(new PlainServices(7, "some", 1_000)).routes()).hasSize(7);
  }

  @Test
  void servicesHaveFiveRules() {
    assertThat(translated(new RoutedServices(3)).routes().get(0).getVirtualHosts(0).getRoutesList())
        .hasSize(5);
  }

  @Test
  void serviceEntriesSelectWorkloads() {
    assertThat(translated(new SelectedEntries(3, 4)).endpoints().get(0).getEndpoints(0))
        .satisfies(locality -> assertThat(locality.getLbEndpointsList()).hasSize(4));
  }

  @Test
  void sidecarsSeeAllServices() {
    assertThat(translated(new ManySidecars(2, 30)).endpoints()).hasSize(30);
  }

  @Test
  void pushedMeshesHaveRulesAndGateways() {
    XdsResources resources = translated(new PushedMesh(2, 60));

    assertThat(resources.endpoints()).hasSize(60 + 2 * 12);
    assertThat(resources.listeners()).extracting(Listener::getName).contains("0.0.0.0_80");
  }

  @ParameterizedTest
  @EnumSource(PushedChange.class)
  void pushesReachAllThatTheChangeConcerns(PushedChange change) {
    PushedProxies proxies = new PushedProxies(Translations.read(new PushedMesh(2, 60)));
    PushedProxies.Push push = proxies.pushOf(change);

    assertThat(push.run()).isPositive();
    assertThat(push.run()).isPositive();
  }
}
