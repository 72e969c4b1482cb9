// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the mesh, from the ConfigMap that istiod reads: {@code mesh} is MeshConfig,
 * {@code meshNetworks} MeshNetworks, both YAML. Settings with an error are told of and not taken:
 * the last right ones go on, and Istio's defaults before there were any.
 */
final class MeshSettings {
  private static final String SELECTORS = "discoverySelectors";

  private final Function<String, Map<String, Object>> yaml;
  private final EventSink events;
  private @Nullable String seen = "";

  /** The objects for a store. */
  private ImmutableList<Map<String, Object>> objects = ImmutableList.of();

  private DiscoverySelectors selectors = DiscoverySelectors.ALL;

  /**
   * The defaults.
   *
   * @param yaml reads a text; throws an IllegalArgumentException if it is not YAML
   */
  MeshSettings(Function<String, Map<String, Object>> yaml, EventSink events) {
    this.yaml = yaml;
    this.events = events;
  }

  /** Takes the settings of a ConfigMap, if there is one. */
  void read(Optional<ConfigMap> configMap) {
    Map<String, String> data =
        configMap.map(ConfigMap::getData).<Map<String, String>>map(HashMap::new).orElse(Map.of());
    String now = configMap.isEmpty() ? null : data.toString();
    if (Objects.equals(now, seen)) {
      return;
    }
    seen = now;
    try {
      ImmutableList.Builder<Map<String, Object>> next = ImmutableList.builder();
      ObjectStore trial = ObjectStore.create();
      add("MeshConfig", data.get("mesh"), trial, next);
      add("MeshNetworks", data.get("meshNetworks"), trial, next);
      StoredMesh read = trial.snapshot();
      read.problems().values().forEach(this::tell);
      if (read.problems().values().stream()
          .anyMatch(problem -> problem.severity() == Severity.ERROR)) {
        refuse("they have errors");
        return;
      }
      DiscoverySelectors chosen =
          new DiscoverySelectors(read.snapshot().meshConfig().discoverySelectors());
      Optional<String> mistake = chosen.mistake();
      if (mistake.isPresent()) {
        refuse(mistake.get());
        return;
      }
      objects = next.build();
      selectors = chosen;
      events.accept(Event.of(Event.Level.INFO, "settings-read"));
    } catch (IllegalArgumentException e) {
      refuse(ApiErrors.reason(e));
    }
  }

  private void add(
      String kind,
      @Nullable String text,
      ObjectStore trial,
      ImmutableList.Builder<Map<String, Object>> objects) {
    if (text == null || text.isBlank()) {
      return;
    }
    Map<String, Object> spec = new HashMap<>(yaml.apply(text));
    trial.apply(object(kind, spec));
    spec.remove(SELECTORS); // They choose what comes to a store, which knows nothing of them.
    objects.add(object(kind, spec));
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

  private void tell(Problem problem) {
    if (!problem.path().equals("spec." + SELECTORS)) { // That a store takes all does not matter.
      events.accept(Event.of(problem));
    }
  }

  private void refuse(String reason) {
    events.accept(
        Event.of(Event.Level.ERROR, "settings-refused")
            .with("reason", reason + ": the last right ones go on"));
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
