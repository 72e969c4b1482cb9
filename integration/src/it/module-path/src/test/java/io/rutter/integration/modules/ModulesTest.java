// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.integration.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rutter.inspect.Simulator;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;
import io.rutter.model.MeshSnapshot;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rutter on the module path: it works, and shows nothing of its own. */
class ModulesTest {
  private static final String MESH =
      """
      {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: maps, namespace: shop},
       spec: {hosts: [maps.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: maps, namespace: shop},
       spec: {hosts: [maps.test], http: [{match: [{uri: {regex: /a+}}],
         fault: {abort: {grpcStatus: UNAVAILABLE, percentage: {value: 1}}},
         route: [{destination: {host: maps.test}}]}]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
       spec: {type: sidecar, ipAddresses: [10.1.0.1]}}
      """;

  @Test
  void translates() {
    assertTrue(Answers.clusters(MESH).contains("outbound|80||maps.test"));
  }

  /** Tests of a module have the extensions on the class path. */
  @GoldenFiles("src/test/golden")
  void runsGoldenCases(GoldenCase golden) {
    assertEquals("maps", golden.name());
    assertEquals(1, golden.translate().proxies().size());
  }

  @Test
  void showsNothingOfItsOwn() {
    for (Class<?> type :
        List.of(
            MeshSnapshot.class,
            YamlLoader.class,
            Translator.class,
            Simulator.class,
            RutterCache.class)) {
      ModuleDescriptor module = type.getModule().getDescriptor();
      assertEquals(type.getPackageName(), module.name());
      assertFalse(module.isAutomatic());
      assertFalse(module.isOpen());
      module.exports().stream()
          .filter(exported -> exported.source().contains(".internal"))
          .forEach(exported -> assertTrue(exported.isQualified(), exported.source()));
      assertTrue(
          module.packages().stream()
              .filter(name -> name.contains(".internal"))
              .noneMatch(name -> type.getModule().isExported(name, getClass().getModule())));
    }
  }
}
