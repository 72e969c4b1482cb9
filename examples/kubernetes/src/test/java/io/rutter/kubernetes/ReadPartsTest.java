// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which updates are changes. */
class ReadPartsTest {
  static Iterable<ObjectKind> kinds() {
    return ObjectStore.kinds();
  }

  /** Whether a store says that this is no status: it says so of what it reads. */
  private static boolean readsStatus(ObjectKind kind) {
    ObjectStore store = ObjectStore.create();
    String version = kind.versions().isEmpty() ? "v1" : kind.versions().get(0);
    store.apply(
        Map.of(
            "apiVersion",
            kind.group().isEmpty() ? version : kind.group() + "/" + version,
            "kind",
            kind.name(),
            "metadata",
            Map.of("name", "a", "namespace", "shop"),
            "status",
            "text"));
    return store.snapshot().problems().values().stream()
        .anyMatch(problem -> problem.path().equals("status"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theStatusIsIgnoredOfTheKindsOfWhichItIsNotRead(ObjectKind kind) {
    String name = ServedKind.qualifiedName(kind.group(), kind.name());
    assertThat(ReadParts.includeStatus(name)).as(name).isEqualTo(readsStatus(kind));
  }

  private static GenericKubernetesResource object(String rest) {
    return Serialization.unmarshal(
        "---\n{apiVersion: v1, kind: X, " + rest + "}", GenericKubernetesResource.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VirtualService | metadata: {name: a, resourceVersion: '1'} | metadata: {name: a, resourceVersion: '2'} | false",
        "VirtualService | metadata: {name: a}, spec: {b: 1} | metadata: {name: a}, spec: {b: 2} | true",
        "VirtualService | metadata: {name: a}, status: {b: 1} | metadata: {name: a}, status: {b: 2} | false",
        "VirtualService | metadata: {name: a} | metadata: {name: a, labels: {b: c}} | true",
        "VirtualService | metadata: {name: a} | metadata: {name: a, annotations: {b: c}} | true",
        "Pod | metadata: {name: a}, status: {b: 1} | metadata: {name: a}, status: {b: 2} | true",
        "Pod | metadata: {name: a} | metadata: {name: a, managedFields: [{manager: b}]} | false",
      })
  void whatIsReadDecides(String kind, String one, String other, boolean expected) {
    assertThat(ReadParts.differ(ApiKinds.served(kind), object(one), object(other)))
        .isEqualTo(expected);
  }

  @Test
  void theTreeOfAnObjectStaysWhole() {
    GenericKubernetesResource object = object("metadata: {name: a}, status: {b: 1}");
    ServedKind kind = ApiKinds.served("Gateway");
    assertThat(ReadParts.differ(kind, object, object)).isFalse();
    assertThat(ObjectTree.of(kind, object)).containsKey("status");
  }
}
