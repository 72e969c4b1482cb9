// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of an object's status. It is made only to the version of the object that it was worked
 * out from: where somebody else has changed the object meanwhile, the API server refuses it, and
 * that change leads to another look at the object.
 *
 * @param kind how the kind is served
 * @param object the object as it was
 * @param status the fields of {@code status} that change
 */
record StatusPatch(
    ServedKind kind, GenericKubernetesResource object, ImmutableMap<String, Object> status) {
  /** Makes it. */
  void apply(KubernetesClient client) {
    String patch =
        client
            .getKubernetesSerialization()
            .asJson(
                List.of(
                    operation(
                        "test",
                        "/metadata/resourceVersion",
                        object.getMetadata().getResourceVersion()),
                    operation("add", "/status", whole())));
    NonNamespaceOperation<GenericKubernetesResource, ?, Resource<GenericKubernetesResource>> all =
        client
            .genericKubernetesResources(kind.context())
            .inNamespace(object.getMetadata().getNamespace());
    GenericKubernetesResource unused =
        all.withName(object.getMetadata().getName())
            .subresource("status")
            .patch(PatchContext.of(PatchType.JSON), patch);
  }

  /** The status with what changes. */
  private Map<String, Object> whole() {
    Map<String, Object> whole = new LinkedHashMap<>();
    if (object.getAdditionalProperties().get("status") instanceof Map<?, ?> present) {
      present.forEach((name, value) -> whole.put(String.valueOf(name), value));
    }
    whole.putAll(status);
    return whole;
  }

  private static Map<String, Object> operation(String name, String path, Object value) {
    return Map.of("op", name, "path", path, "value", value);
  }
}
