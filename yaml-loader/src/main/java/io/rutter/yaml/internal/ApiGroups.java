// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.collect.Suggestions;

/**
 * The API groups of the kinds that are read. The group decides what a kind is: {@code
 * serving.knative.dev} has a Service too, which is not the Service of Kubernetes.
 */
public final class ApiGroups {
  /** Kubernetes' own; an apiVersion without a group is of it. */
  static final String CORE = "";

  /** Where Ingress was before it moved to {@code networking.k8s.io}. */
  private static final String FORMER_OF_INGRESS = "extensions";

  /** What some write for {@link #CORE}, which has no name in {@code apiVersion}. */
  private static final String NAME_OF_CORE = "core";

  private static final ImmutableSet<String> READ =
      Kinds.ALL.stream().map(Kind::group).collect(toImmutableSet());

  private static final ImmutableSet<String> OURS =
      ImmutableSet.of(
          "networking.istio.io",
          "security.istio.io",
          "telemetry.istio.io",
          "extensions.istio.io",
          "install.istio.io",
          "rutter.io");

  private ApiGroups() {}

  /** The group of an {@code apiVersion}, {@code GROUP/VERSION} or {@code VERSION}. */
  public static String of(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? CORE : apiVersion.substring(0, slash);
    return group.equals(NAME_OF_CORE) ? CORE : group;
  }

  /** Whether kinds of the group are read. */
  static boolean isRead(String group) {
    return READ.contains(group);
  }

  /** Whether all kinds of the group are known: Istio's and Rutter's. */
  static boolean isOurs(String group) {
    return OURS.contains(group);
  }

  /**
   * Whether an object of that group and of the kind's name must be meant for the kind: its group in
   * another version, another group that is read, or Istio's domain, also misspelt.
   */
  static boolean isMeantFor(String group, Kind<?> kind) {
    return isRead(group)
        || isOurs(group)
        || group.equals("istio.io")
        || group.endsWith(".istio.io")
        || (kind.name().equals("Ingress") && group.equals(FORMER_OF_INGRESS))
        || (kind.group().endsWith(".istio.io") && Suggestions.isNear(group, kind.group()));
  }
}
