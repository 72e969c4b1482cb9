// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Meshes of a fixed registry, which is in {@code random/mesh.yaml}, and random configuration. */
final class RandomMesh {
  private static final List<String> TIMES =
      List.of("2021-01-01T00:00:00Z", "2022-02-02T00:00:00Z", "2023-03-03T00:00:00Z");

  private RandomMesh() {}

  /** VirtualServices and Gateways, as YAML. */
  static Arbitrary<String> ofRouting() {
    Arbitrary<List<Map<String, Object>>> virtualServices =
        Arbitraries.oneOf(RandomVirtualService.forMesh(), RandomVirtualService.forGateway())
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .flatMap(specs -> documents("networking.istio.io/v1", "VirtualService", "vs", specs));
    Arbitrary<List<Map<String, Object>>> gateways =
        RandomGateway.spec()
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .flatMap(specs -> documents("networking.istio.io/v1", "Gateway", "edge", specs));
    Arbitrary<List<Map<String, Object>>> rules =
        RandomDestinationRule.spec()
            .list()
            .ofMaxSize(1)
            .flatMap(specs -> documents("networking.istio.io/v1", "DestinationRule", "dr", specs));
    return Combinators.combine(virtualServices, gateways, rules).as(RandomMesh::text);
  }

  /** DestinationRules, ServiceEntries, WorkloadEntries, Services and a MeshConfig, as YAML. */
  static Arbitrary<String> ofRegistry() {
    Arbitrary<List<Map<String, Object>>> rules =
        RandomDestinationRule.spec()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .flatMap(specs -> documents("networking.istio.io/v1", "DestinationRule", "dr", specs));
    Arbitrary<List<Map<String, Object>>> entries =
        RandomServiceEntry.spec()
            .list()
            .ofMaxSize(3)
            .flatMap(specs -> documents("networking.istio.io/v1", "ServiceEntry", "se", specs));
    Arbitrary<List<Map<String, Object>>> workloads =
        RandomServiceEntry.workload()
            .list()
            .ofMaxSize(3)
            .flatMap(specs -> documents("networking.istio.io/v1", "WorkloadEntry", "we", specs));
    Arbitrary<List<Map<String, Object>>> services =
        RandomService.spec()
            .list()
            .ofMaxSize(1)
            .flatMap(specs -> documents("v1", "Service", "svc", specs));
    Arbitrary<List<Map<String, Object>>> settings =
        RandomService.meshConfig().map(RandomMesh::settings);
    return Combinators.combine(settings, services, rules, entries, workloads).as(RandomMesh::text);
  }

  private static List<Map<String, Object>> settings(Map<String, Object> spec) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "rutter.io/v1");
    document.put("kind", "MeshConfig");
    document.put("spec", spec);
    return List.of(document);
  }

  /** Gives each spec a name of its own, a namespace and an age. */
  private static Arbitrary<List<Map<String, Object>>> documents(
      String apiVersion, String kind, String prefix, List<Map<String, Object>> specs) {
    List<Arbitrary<Map<String, Object>>> documents = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String name = i == 0 ? prefix : i == 1 && prefix.equals("edge") ? "second" : prefix + i;
      Arbitrary<Map<String, Object>> metadata =
          mapping(
              always("name", Arbitraries.just(name)),
              always("namespace", Arbitraries.of("default", "default", "other", "istio-system")),
              RandomObject.sometimes("creationTimestamp", Arbitraries.of(TIMES)));
      documents.add(
          RandomObject.document(apiVersion, kind, metadata, Arbitraries.just(specs.get(i))));
    }
    return documents.isEmpty()
        ? Arbitraries.just(List.of())
        : Combinators.combine(documents).as(ArrayList::new);
  }

  @SafeVarargs
  private static String text(List<Map<String, Object>>... groups) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    // Anchors would only make the documents hard to read.
    options.setDereferenceAliases(true);
    StringBuilder text = new StringBuilder(registry());
    Yaml yaml = new Yaml(options);
    for (List<Map<String, Object>> group : groups) {
      for (Map<String, Object> document : group) {
        text.append("---\n").append(yaml.dump(new LinkedHashMap<>(document)));
      }
    }
    return text.toString();
  }

  private static String registry() {
    try (InputStream in =
        Objects.requireNonNull(RandomMesh.class.getResourceAsStream("/random/mesh.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
