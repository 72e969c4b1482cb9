// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.integration.gradle;

import io.rutter.javacontrolplane.RutterCache;
import io.rutter.model.MeshSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;

/**
 * Translates a small mesh, and fails if what comes out is not what is in it. Gradle 4 of Debian
 * compiles as Java 12: no text blocks.
 */
final class Main {
  private static final String MESH =
      "{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: maps, namespace: shop},\n"
          + " spec: {hosts: [maps.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}}\n"
          + "---\n"
          + "{apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},\n"
          + " spec: {type: sidecar, ipAddresses: [10.1.0.1]}}\n";

  public static void main(String[] args) {
    MeshSnapshot snapshot = YamlLoader.create().load(YamlSource.text("mesh.yaml", MESH)).snapshot();
    CompiledMesh mesh = Translator.create().compile(snapshot);
    boolean found =
        mesh.translate(snapshot.proxies().get(0)).clusters().stream()
            .anyMatch(cluster -> cluster.getName().equals("outbound|80||maps.test"));
    if (!found) {
      throw new IllegalStateException("no cluster of maps.test");
    }
    System.out.println("translated, and " + RutterCache.class.getSimpleName() + " is there");
  }
}
