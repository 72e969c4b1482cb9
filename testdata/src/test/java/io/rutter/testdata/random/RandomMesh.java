// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;

import io.rutter.testdata.ResourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Meshes of a fixed registry, which is in {@code random/mesh.yaml}, and random configuration. */
final class RandomMesh {
  private static final List<String> TIMES =
      List.of("2021-01-01T00:00:00Z", "2022-02-02T00:00:00Z", "2023-03-03T00:00:00Z");

  private static final Arbitrary<String> NAMESPACES =
      Arbitraries.of("default", "default", "default", "default", "other", "istio-system");

  private RandomMesh() {}

  /** VirtualServices and Gateways, as YAML. */
  static Arbitrary<String> ofRouting() {
    Arbitrary<Map<String, Object>> spec =
        Arbitraries.frequencyOf(
            Tuple.of(2, RandomVirtualService.forMesh()),
            Tuple.of(2, RandomVirtualService.forGateway()),
            Tuple.of(1, RandomStreamRoute.forMesh()),
            Tuple.of(1, RandomStreamRoute.forGateway()));
    return Combinators.combine(
            documents("VirtualService", "vs", spec, 1, 4),
            documents("VirtualService", "part", RandomDelegation.delegate(), 0, 2),
            documents("Gateway", "edge", RandomGateway.spec(), 1, 2),
            documents("DestinationRule", "dr", RandomDestinationRule.spec(), 0, 1),
            documents("ServiceEntry", "se", RandomServiceEntry.spec(), 0, 1),
            documents("Sidecar", "sc", RandomSurroundings.sidecar(), 0, 1),
            RandomSurroundings.mesh().list().ofMaxSize(1))
        .as(RandomMesh::text);
  }

  /**
   * DestinationRules, ServiceEntries, WorkloadEntries, Services, PeerAuthentications,
   * RequestAuthentications and a MeshConfig, as YAML, none with the name of one of {@link
   * #ofRouting}. Outlier detection of a DYNAMIC_DNS service is left out, and with it priorities by
   * labels within a DNS service: istiod crashes.
   */
  static Arbitrary<String> ofRegistry() {
    return Combinators.combine(
            RandomService.meshConfig().map(RandomMesh::settings),
            documents("Service", "svc", RandomService.spec(), 0, 1),
            documents("DestinationRule", "policy", RandomDestinationRule.spec(), 1, 4),
            documents("ServiceEntry", "entry", RandomServiceEntry.spec(), 0, 3),
            documents("WorkloadEntry", "we", RandomServiceEntry.workload(), 0, 3),
            documents("PeerAuthentication", "pa", RandomService.peerAuthentication(), 0, 2),
            documents("RequestAuthentication", "ra", RandomTokens.requestAuthentication(), 0, 2))
        .as(RandomMesh::text)
        .filter(yaml -> !yaml.contains("outlierDetection") || !crashesWithOutlierDetection(yaml));
  }

  /** AuthorizationPolicies and RequestAuthentications, and Gateways whose chains they are for. */
  static Arbitrary<String> ofPolicies() {
    return Combinators.combine(
            mapping(always("extensionProviders", RandomAuthorizationPolicy.providers()))
                .map(RandomMesh::settings),
            documents("AuthorizationPolicy", "ap", RandomAuthorizationPolicy.spec(), 1, 4),
            documents("RequestAuthentication", "ra", RandomTokens.requestAuthentication(), 0, 2),
            documents("Gateway", "edge", RandomGateway.spec(), 0, 1),
            documents("PeerAuthentication", "pa", RandomService.peerAuthentication(), 0, 1))
        .as(RandomMesh::text);
  }

  /** AuthorizationPolicies of that kind, with RequestAuthentications and PeerAuthentications. */
  static Arbitrary<String> ofPolicies(
      Arbitrary<Map<String, Object>> policy, Arbitrary<Map<String, Object>> tokens) {
    return Combinators.combine(
            documents("AuthorizationPolicy", "ap", policy, 1, 4),
            documents("RequestAuthentication", "ra", tokens, 0, 2),
            documents("Gateway", "edge", RandomGateway.spec(), 0, 1),
            documents("PeerAuthentication", "pa", RandomService.peerAuthentication(), 0, 1))
        .as(RandomMesh::text);
  }

  private static boolean crashesWithOutlierDetection(String yaml) {
    return yaml.contains("DYNAMIC_DNS")
        || (yaml.contains("failoverPriority") && yaml.contains("resolution: DNS\n"));
  }

  private static List<Map<String, Object>> settings(Map<String, Object> spec) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("apiVersion", "rutter.io/v1");
    document.put("kind", "MeshConfig");
    document.put("spec", spec);
    return List.of(document);
  }

  private static Arbitrary<List<Map<String, Object>>> documents(
      String kind, String prefix, Arbitrary<Map<String, Object>> spec, int least, int most) {
    return spec.list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .flatMap(specs -> documents(kind, prefix, specs));
  }

  /** Gives each spec a name of its own, a namespace and an age. */
  private static Arbitrary<List<Map<String, Object>>> documents(
      String kind, String prefix, List<Map<String, Object>> specs) {
    List<Arbitrary<Map<String, Object>>> documents = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String name = i == 0 ? prefix : i == 1 && prefix.equals("edge") ? "second" : prefix + i;
      Arbitrary<Map<String, Object>> metadata =
          mapping(
              always("name", Arbitraries.just(name)),
              always("namespace", NAMESPACES),
              RandomObject.sometimes("creationTimestamp", Arbitraries.of(TIMES)));
      documents.add(
          RandomObject.document(apiVersion(kind), kind, metadata, Arbitraries.just(specs.get(i))));
    }
    return documents.isEmpty()
        ? Arbitraries.just(List.of())
        : Combinators.combine(documents).as(ArrayList::new);
  }

  private static String apiVersion(String kind) {
    return switch (kind) {
      case "Service" -> "v1";
      case "AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication" ->
          "security.istio.io/v1";
      default -> "networking.istio.io/v1";
    };
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

  static String registry() {
    return ResourceText.of("random/mesh.yaml");
  }
}
