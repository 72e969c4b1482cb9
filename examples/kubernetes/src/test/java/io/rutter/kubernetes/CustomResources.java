// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.Waiting;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Definitions of the kinds that are not Kubernetes' own. They take any fields, so that objects with
 * mistakes come as far as the control plane; those of Istio stop some.
 */
final class CustomResources {
  private CustomResources() {}

  /** The kinds that need a definition. */
  static List<ObjectKind> kinds() {
    return ObjectStore.kinds().stream()
        .filter(kind -> kind.group().endsWith(".istio.io"))
        .collect(ImmutableList.toImmutableList());
  }

  /** The definition of a kind. */
  static CustomResourceDefinition of(ObjectKind kind) {
    ServedKind served = ApiKinds.served(kind.name());
    String plural = served.context().getPlural();
    return new CustomResourceDefinitionBuilder()
        .withNewMetadata()
        .withName(plural + "." + kind.group())
        .endMetadata()
        .withNewSpec()
        .withGroup(kind.group())
        .withScope("Namespaced")
        .withNewNames()
        .withKind(kind.name())
        .withListKind(kind.name() + "List")
        .withPlural(plural)
        .withSingular(kind.name().toLowerCase(Locale.ROOT))
        .endNames()
        .addNewVersion()
        .withName(served.version())
        .withServed(true)
        .withStorage(true)
        .withNewSubresources()
        .withNewStatus()
        .endStatus()
        .endSubresources()
        .withNewSchema()
        .withOpenAPIV3Schema(
            new JSONSchemaPropsBuilder()
                .withType("object")
                .withProperties(
                    Map.of(
                        "spec",
                        new JSONSchemaPropsBuilder()
                            .withXKubernetesPreserveUnknownFields(true)
                            .build()))
                .withXKubernetesPreserveUnknownFields(true)
                .build())
        .endSchema()
        .endVersion()
        .endSpec()
        .build();
  }

  /** Defines a kind, and waits until it is served. */
  static void define(KubernetesClient client, ObjectKind kind) {
    var definitions = client.apiextensions().v1().customResourceDefinitions();
    CustomResourceDefinition definition = of(kind);
    CustomResourceDefinition unused = definitions.resource(definition).create();
    // A definition may be established before its objects can be asked for.
    Waiting.until(
        kind.name() + " is served",
        () -> definition,
        () ->
            client
                .genericKubernetesResources(ApiKinds.served(kind.name()).context())
                .inAnyNamespace()
                .list()
                .getItems()
                .isEmpty());
  }

  /** Removes the definition of a kind, and with it all of its objects. */
  static void remove(KubernetesClient client, ObjectKind kind) {
    var definition =
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(of(kind).getMetadata().getName());
    var unused = definition.delete();
    Waiting.until(kind.name() + " is gone", () -> kind, () -> definition.get() == null);
  }
}
