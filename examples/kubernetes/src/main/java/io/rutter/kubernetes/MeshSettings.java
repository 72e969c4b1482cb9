// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the mesh, from the ConfigMap that istiod reads: {@code mesh} is MeshConfig,
 * {@code meshNetworks} MeshNetworks, both YAML. Settings with an error are told of and not taken:
 * the last right ones go on, and Istio's defaults before there were any. Defaults that go on
 * because nothing says otherwise are told of too: they use mutual TLS, which a plain Envoy cannot
 * serve.
 */
final class MeshSettings {
  private static final String MESH = "mesh";
  private static final String NETWORKS = "meshNetworks";
  private static final ImmutableSet<String> KEYS = ImmutableSet.of(MESH, NETWORKS);
  private static final String SELECTORS = "discoverySelectors";

  private final String configMap;
  private final Function<String, Map<String, Object>> yaml;
  private final EventSink events;
  private @Nullable String seen = "";

  /** The objects for a store. */
  private ImmutableList<Map<String, Object>> objects = ImmutableList.of();

  private DiscoverySelectors selectors = DiscoverySelectors.ALL;

  /**
   * The defaults.
   *
   * @param configMap its namespace and name, for messages
   * @param yaml reads a text; throws an IllegalArgumentException, whose message says where it is
   *     wrong, if it is no YAML object
   */
  MeshSettings(String configMap, Function<String, Map<String, Object>> yaml, EventSink events) {
    this.configMap = configMap;
    this.yaml = yaml;
    this.events = events;
  }

  /** Takes the settings of a ConfigMap, if there is one. */
  void read(Optional<ConfigMap> found) {
    Map<String, String> data =
        found.map(ConfigMap::getData).<Map<String, String>>map(HashMap::new).orElse(Map.of());
    String now = found.isEmpty() ? null : data.toString();
    if (Objects.equals(now, seen)) {
      return;
    }
    seen = now;
    warnOfUnknown(data.keySet());
    Optional<Part> mesh = read(MESH, "MeshConfig", data.getOrDefault(MESH, ""));
    Optional<Part> networks = read(NETWORKS, "MeshNetworks", data.getOrDefault(NETWORKS, ""));
    if (mesh.isPresent() && networks.isPresent()) {
      objects =
          Stream.of(mesh.get(), networks.get())
              .flatMap(part -> part.objects().stream())
              .collect(toImmutableList());
      selectors = mesh.get().selectors();
      absence(found, data)
          .ifPresentOrElse(
              this::tellAbsent,
              () -> events.accept(of(Event.of(Event.Level.INFO, "settings-read"), MESH)));
    }
  }

  /** Why there is no MeshConfig; empty: there is one. */
  private static Optional<String> absence(Optional<ConfigMap> found, Map<String, String> data) {
    if (found.isEmpty()) {
      return Optional.of("there is no such ConfigMap");
    }
    if (!data.containsKey(MESH)) {
      return Optional.of("the ConfigMap has no such key");
    }
    return data.get(MESH).isBlank() ? Optional.of("the key is empty") : Optional.empty();
  }

  private void tellAbsent(String reason) {
    events.accept(
        of(Event.of(Event.Level.INFO, "settings-absent"), MESH)
            .with("reason", reason)
            .with("used", "Istio's defaults, with automatic mutual TLS"));
  }

  private void warnOfUnknown(Set<String> keys) {
    Set<String> unknown = new TreeSet<>(Sets.difference(keys, KEYS));
    if (!unknown.isEmpty()) {
      events.accept(
          Event.of(Event.Level.WARN, "settings-unknown")
              .with("configmap", configMap)
              .with("keys", String.join(", ", unknown))
              .with("expected", String.join(", ", KEYS)));
    }
  }

  /**
   * What a key of the ConfigMap says.
   *
   * @param objects what a store is given; none if there is no such key
   */
  private record Part(ImmutableList<Map<String, Object>> objects, DiscoverySelectors selectors) {}

  /** Reads the text of a key; empty: it has errors, all of which are told. */
  private Optional<Part> read(String key, String kind, String text) {
    if (text.isBlank()) {
      return Optional.of(new Part(ImmutableList.of(), DiscoverySelectors.ALL));
    }
    Map<String, Object> spec;
    try {
      spec = new HashMap<>(yaml.apply(text));
    } catch (IllegalArgumentException e) {
      return refuse(key, String.valueOf(e.getMessage()));
    }
    ObjectStore trial = ObjectStore.create();
    trial.apply(object(kind, spec));
    StoredMesh read = trial.snapshot();
    read.problems().values().forEach(problem -> tell(key, problem));
    if (read.problems().values().stream()
        .anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      return refuse(key, "it has errors");
    }
    DiscoverySelectors chosen =
        new DiscoverySelectors(read.snapshot().meshConfig().discoverySelectors());
    Optional<String> mistake = chosen.mistake();
    if (mistake.isPresent()) {
      return refuse(key, mistake.get());
    }
    spec.remove(SELECTORS); // They choose what comes to a store, which knows nothing of them.
    return Optional.of(new Part(ImmutableList.of(object(kind, spec)), chosen));
  }

  private static ImmutableMap<String, Object> object(String kind, Map<String, Object> spec) {
    return ImmutableMap.of(
        "apiVersion",
        "rutter.io/v1",
        "kind",
        kind,
        "metadata",
        ImmutableMap.of("name", "mesh"),
        "spec",
        spec);
  }

  private void tell(String key, Problem problem) {
    if (!problem.path().equals("spec." + SELECTORS)) { // That a store takes all does not matter.
      events.accept(of(Event.of(problem), key));
    }
  }

  private Optional<Part> refuse(String key, String reason) {
    events.accept(
        of(Event.of(Event.Level.ERROR, "settings-refused"), key)
            .with("reason", reason + ": the last right ones go on"));
    return Optional.empty();
  }

  private Event of(Event event, String key) {
    return event.with("configmap", configMap).with("key", key);
  }

  /** What a store is given. */
  ImmutableList<Map<String, Object>> objects() {
    return objects;
  }

  /** Which namespaces take part. */
  DiscoverySelectors selectors() {
    return selectors;
  }
}
