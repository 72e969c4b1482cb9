// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.rutter.controlplane.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of the ConfigMap that the settings of the mesh come from. */
class MeshSettingsTest {
  private final List<Event> events = new ArrayList<>();
  private final MeshSettings settings =
      new MeshSettings(
          "istio-system/istio",
          text -> YamlObject.read(new KubernetesSerialization(), text),
          events::add);

  private static Optional<ConfigMap> configMap(Map<String, String> data) {
    return Optional.of(new ConfigMapBuilder().withData(data).build());
  }

  private void read(Optional<ConfigMap> configMap) {
    events.clear();
    settings.read(configMap);
  }

  private void assertToldAbsent(String reason) {
    assertThat(events)
        .last()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("settings-absent");
              assertThat(event.details())
                  .containsEntry("configmap", "istio-system/istio")
                  .containsEntry("key", "mesh")
                  .containsEntry("reason", reason)
                  .containsEntry("used", "Istio's defaults, with automatic mutual TLS");
            });
    assertThat(settings.objects()).isEmpty();
  }

  @Test
  void whatIsNotThereIsTold() {
    read(Optional.empty());
    assertToldAbsent("there is no such ConfigMap");
    read(configMap(Map.of()));
    assertToldAbsent("the ConfigMap has no such key");
    read(configMap(Map.of("mesh", " \n")));
    assertToldAbsent("the key is empty");
    read(configMap(Map.of("mesh", "enableAutoMtls: false")));
    assertThat(events).extracting(Event::name).containsExactly("settings-read");
    assertThat(settings.objects()).hasSize(1);
    read(Optional.empty());
    assertToldAbsent("there is no such ConfigMap");
  }

  @Test
  void unknownKeysAreNamed() {
    read(configMap(Map.of("Mesh", "enableAutoMtls: false", "a", "", "meshNetworks", "")));
    assertThat(events)
        .first()
        .satisfies(
            event -> {
              assertThat(event.level()).isEqualTo(Event.Level.WARN);
              assertThat(event.name()).isEqualTo("settings-unknown");
              assertThat(event.details())
                  .containsEntry("keys", "Mesh, a")
                  .containsEntry("expected", "mesh, meshNetworks");
            });
    assertToldAbsent("the ConfigMap has no such key");
  }

  private void assertRefused(String key, String text, String reason) {
    read(configMap(Map.of(key, text)));
    assertThat(events)
        .as(text)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("settings-refused");
              assertThat(event.details()).containsEntry("key", key);
              assertThat(event.details().get("reason"))
                  .startsWith(reason)
                  .endsWith("the last right ones go on");
            });
  }

  @Test
  void nothingOfATextIsLeftUnread() {
    String another = "line 3, column 1: another document (expected: one only)";
    assertRefused("mesh", "enableAutoMtls: false\n---\nenableAutoMtls: true\n", another);
    assertRefused("meshNetworks", "networks: {}\n---\nnetworks: {}\n", another);
    assertRefused("mesh", "enableAutoMtls: false\n---\nenableAutoMtls: [broken", "line 3, column ");
    assertRefused("mesh", "enableAutoMtls: false\n...\n]", "line 3, column ");
    assertRefused("mesh", "enableAutoMtls: false\nenableAutoMtls: true\n", "line 2, column 1: ");
    assertThat(settings.objects()).isEmpty();
  }
}
