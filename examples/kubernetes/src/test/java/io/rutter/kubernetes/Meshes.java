// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import java.util.List;
import java.util.function.Function;

/** Tells how meshes differ. */
final class Meshes {
  private static final ImmutableMap<String, Function<MeshSnapshot, List<?>>> LISTS =
      ImmutableMap.<String, Function<MeshSnapshot, List<?>>>builder()
          .put("settings", mesh -> List.of(mesh.meshConfig(), mesh.meshNetworks()))
          .put("services", MeshSnapshot::services)
          .put("endpoints", MeshSnapshot::endpoints)
          .put("workloads", MeshSnapshot::workloads)
          .put("namespaces", MeshSnapshot::namespaces)
          .put("virtualServices", MeshSnapshot::virtualServices)
          .put("destinationRules", MeshSnapshot::destinationRules)
          .put("serviceEntries", MeshSnapshot::serviceEntries)
          .put("workloadEntries", MeshSnapshot::workloadEntries)
          .put("gateways", MeshSnapshot::gateways)
          .put("sidecars", MeshSnapshot::sidecars)
          .put("peerAuthentications", MeshSnapshot::peerAuthentications)
          .put("authorizationPolicies", MeshSnapshot::authorizationPolicies)
          .put("requestAuthentications", MeshSnapshot::requestAuthentications)
          .put("keySets", MeshSnapshot::keySets)
          .put("inactiveObjects", MeshSnapshot::inactiveObjects)
          .put("secrets", MeshSnapshot::secrets)
          .buildOrThrow();

  private Meshes() {}

  /** What one lacks and the other has, to be read by a person. */
  static String difference(MeshSnapshot expected, MeshSnapshot actual) {
    StringBuilder text = new StringBuilder();
    LISTS.forEach(
        (name, list) -> {
          List<?> wanted = list.apply(expected);
          List<?> here = list.apply(actual);
          if (!wanted.equals(here)) {
            text.append(
                "\n%s: lacks %s\n has %s"
                    .formatted(name, without(wanted, here), without(here, wanted)));
          }
        });
    return text.toString();
  }

  private static List<?> without(List<?> all, List<?> others) {
    return all.stream().filter(object -> !others.contains(object)).toList();
  }
}
