// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.rutter.yaml.ObjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of some kinds an API server serves. Custom resources come with their definition and go with
 * it, so this is asked again and again. A kind counts as gone when several answers in a row lack
 * it, of a server that says that it is ready: one that has just started serves custom resources
 * later than the rest, and no configuration must be lost for that.
 */
final class ServedKinds {
  /** So many answers must lack a kind. */
  private static final int ANSWERS_WITHOUT = 3;

  /** Every account may ask this: Kubernetes' role {@code system:public-info-viewer}. */
  private static final String READY = "/readyz";

  private final KubernetesClient client;
  private final ImmutableList<ObjectKind> wanted;
  private final Map<ObjectKind, ServedKind> served = new LinkedHashMap<>();
  private final Map<ObjectKind, Integer> missed = new HashMap<>();

  /** Nothing has been asked yet. */
  ServedKinds(KubernetesClient client, Collection<ObjectKind> wanted) {
    this.client = client;
    this.wanted = ImmutableList.copyOf(wanted);
  }

  /**
   * Asks.
   *
   * @return those that are served now, or were a moment ago
   * @throws KubernetesClientException if the server does not answer: nothing is known then
   */
  ImmutableList<ServedKind> ask() {
    ImmutableMap<ObjectKind, ServedKind> answer = answer();
    boolean isWhole = answer.keySet().containsAll(served.keySet()) || isReady();
    for (ObjectKind kind : wanted) {
      ServedKind now = answer.get(kind);
      if (now != null) {
        served.put(kind, now);
        missed.remove(kind);
      } else if (isWhole && missed.merge(kind, 1, Integer::sum) >= ANSWERS_WITHOUT) {
        served.remove(kind);
      }
    }
    return ImmutableList.copyOf(served.values());
  }

  private boolean isReady() {
    try {
      return "ok".equals(client.raw(READY));
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private ImmutableMap<ObjectKind, ServedKind> answer() {
    Map<String, List<String>> versions = new HashMap<>();
    for (APIGroup group : client.getApiGroups().getGroups()) {
      versions.put(
          group.getName(),
          group.getVersions().stream().map(GroupVersionForDiscovery::getVersion).toList());
    }
    versions.put("", List.of("v1"));
    Map<String, List<APIResource>> resources = new HashMap<>();
    ImmutableMap.Builder<ObjectKind, ServedKind> answer = ImmutableMap.builder();
    for (ObjectKind kind : wanted) {
      List<String> ofGroup = versions.getOrDefault(kind.group(), List.of());
      List<String> candidates = kind.versions().isEmpty() ? ofGroup : kind.versions();
      candidates.stream()
          .filter(ofGroup::contains)
          .map(version -> find(kind, version, resources))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(found -> answer.put(kind, found));
    }
    return answer.buildOrThrow();
  }

  /** The kind in a version of its group; of each version is asked once. */
  private Optional<ServedKind> find(
      ObjectKind kind, String version, Map<String, List<APIResource>> known) {
    String address = kind.group().isEmpty() ? version : kind.group() + "/" + version;
    return known.computeIfAbsent(address, this::resources).stream()
        .filter(resource -> resource.getKind().equals(kind.name()))
        .filter(resource -> !resource.getName().contains("/")) // No subresource.
        .filter(resource -> resource.getVerbs().contains("watch"))
        .findFirst()
        .map(found -> new ServedKind(kind, version, found.getName(), found.getNamespaced()));
  }

  private List<APIResource> resources(String address) {
    APIResourceList list = client.getApiResources(address);
    return list == null ? List.of() : list.getResources(); // It has just gone.
  }
}
