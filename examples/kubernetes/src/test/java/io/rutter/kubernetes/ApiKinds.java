// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.api.model.APIGroupBuilder;
import io.fabric8.kubernetes.api.model.APIGroupListBuilder;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds that a server of the tests serves, and what it says of them when it is asked. */
final class ApiKinds {
  private final Set<String> gone = ConcurrentHashMap.newKeySet();

  /** Removes the definition of a kind, or puts it back. */
  void setServed(String kind, boolean served) {
    if (served) {
      gone.remove(plural(kind));
    } else {
      gone.add(plural(kind));
    }
  }

  /** Whether it is the address of a kind whose definition was removed. */
  boolean isGone(String path) {
    return gone.stream().anyMatch(plural -> path.matches(".*/" + plural + "(/.*)?"));
  }

  /** The name of a kind in addresses. */
  static String plural(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    if (lower.endsWith("y") && !lower.endsWith("ay")) {
      return lower.substring(0, lower.length() - 1) + "ies";
    }
    return lower.endsWith("s") || lower.endsWith("x") ? lower + "es" : lower + "s";
  }

  private static boolean isNamespaced(String kind) {
    return !Set.of("Node", "Namespace", "IngressClass").contains(kind);
  }

  /** How a kind is served. */
  static ServedKind served(String kind) {
    ObjectKind found =
        ObjectStore.kinds().stream()
            .filter(one -> one.name().equals(kind))
            .findFirst()
            .orElseThrow();
    return new ServedKind(found, version(found), plural(kind), isNamespaced(kind));
  }

  private static String version(ObjectKind kind) {
    return kind.versions().isEmpty() ? "v1alpha3" : kind.versions().get(0);
  }

  /** Those that are served now. */
  List<ObjectKind> now() {
    return ObjectStore.kinds().stream()
        .filter(kind -> !kind.group().equals("rutter.io"))
        .filter(kind -> !gone.contains(plural(kind.name())))
        .toList();
  }

  /** What {@code /apis} answers. */
  Object groups() {
    return new APIGroupListBuilder()
        .withGroups(
            now().stream()
                .map(ObjectKind::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .map(
                    group ->
                        new APIGroupBuilder().withName(group).withVersions(versions(group)).build())
                .toList())
        .build();
  }

  private List<GroupVersionForDiscovery> versions(String group) {
    return now().stream()
        .filter(kind -> kind.group().equals(group))
        .map(ApiKinds::version)
        .distinct()
        .map(version -> new GroupVersionForDiscovery(group + "/" + version, version))
        .toList();
  }

  /** What the address of a group's version answers. */
  Object resources(String path) {
    List<String> parts = ImmutableList.copyOf(Splitter.on('/').omitEmptyStrings().split(path));
    String group = parts.size() == 2 ? "" : parts.get(1);
    String version = parts.get(parts.size() - 1);
    List<APIResource> resources =
        now().stream()
            .filter(kind -> kind.group().equals(group) && version(kind).equals(version))
            .map(
                kind ->
                    new APIResourceBuilder()
                        .withKind(kind.name())
                        .withName(plural(kind.name()))
                        .withNamespaced(isNamespaced(kind.name()))
                        .withVerbs("get", "list", "watch")
                        .build())
            .toList();
    return new APIResourceListBuilder()
        .withGroupVersion(group.isEmpty() ? version : group + "/" + version)
        .withResources(resources)
        .build();
  }
}
