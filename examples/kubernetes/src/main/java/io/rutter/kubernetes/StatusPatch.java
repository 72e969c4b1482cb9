// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.rutter.yaml.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of an object's status. It is made only to the version of the object that it was worked
 * out from: where somebody else has changed the object meanwhile, the API server refuses it.
 *
 * @param key the object's key
 * @param kind how the kind is served
 * @param object the object as it was
 * @param status the fields of {@code status} that change
 */
record StatusPatch(
    ObjectKey key,
    ServedKind kind,
    GenericKubernetesResource object,
    ImmutableMap<String, Object> status) {
  /**
   * Makes it.
   *
   * @throws KubernetesClientException if it was not made: status 409 where somebody else has
   *     changed the object
   */
  void apply(KubernetesClient client) {
    String patch =
        client
            .getKubernetesSerialization()
            .asJson(
                List.of(
                    // Not "test", whose failure looks like that of an object that is wrong: 422.
                    operation(
                        "replace",
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
