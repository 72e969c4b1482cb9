// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.ObjectKind;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say of documents of kinds that are not read. */
final class OtherKinds {
  /** Kinds that would change what istiod sends to a proxy. */
  private static final ImmutableSet<String> NOT_TRANSLATED =
      ImmutableSet.of(
          "networking.istio.io/EnvoyFilter",
          "networking.istio.io/ProxyConfig",
          "telemetry.istio.io/Telemetry",
          "extensions.istio.io/WasmPlugin");

  private static final ImmutableSet<String> ISTIO_WITHOUT_EFFECT =
      ImmutableSet.of("networking.istio.io/WorkloadGroup", "install.istio.io/IstioOperator");

  private static final ImmutableSet<String> MAKERS_OF_PODS =
      ImmutableSet.of(
          "apps/DaemonSet",
          "apps/Deployment",
          "apps/ReplicaSet",
          "apps/StatefulSet",
          "batch/CronJob",
          "batch/Job",
          "/ReplicationController");

  /**
   * Kinds of Kubernetes' core group that say nothing about the mesh, and what others write with its
   * {@code v1}: kubeconfig files, and OpenShift before it had groups.
   */
  private static final ImmutableSet<String> CORE =
      ImmutableSet.of(
          "Binding",
          "ComponentStatus",
          "Config",
          "ConfigMap",
          "DeleteOptions",
          "Endpoints",
          "Event",
          "Eviction",
          "LimitRange",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "PodStatusResult",
          "PodTemplate",
          "RangeAllocation",
          "ReplicationController",
          "ResourceQuota",
          "Secret",
          "SerializedReference",
          "ServiceAccount",
          "Status",
          "BuildConfig",
          "DeploymentConfig",
          "ImageStream",
          "Project",
          "Role",
          "RoleBinding",
          "Route",
          "SecurityContextConstraints",
          "Template");

  private OtherKinds() {}

  /** The problem with a document of a kind that is not read, if there is something to say. */
  static Optional<Problem> describe(String apiVersion, String kind) {
    if (isSecret(apiVersion, kind)) {
      return Optional.empty();
    }
    return Optional.of(problem(apiVersion, kind));
  }

  /** The kinds that would change what istiod sends, and are not translated. */
  static Stream<ObjectKind> notTranslated() {
    return NOT_TRANSLATED.stream()
        .map(
            qualified -> {
              int slash = qualified.indexOf('/');
              return new ObjectKind(
                  qualified.substring(0, slash),
                  qualified.substring(slash + 1),
                  ImmutableList.of());
            });
  }

  /** What the names of a kind that is not translated are unique in; empty: that is not known. */
  static Optional<Kind.Scope> scope(String group, String kind) {
    return NOT_TRANSLATED.contains(group + "/" + kind)
        ? Optional.of(Kind.Scope.NAMESPACE)
        : Optional.empty();
  }

  /** Whether it is a Secret, of which only the name is of interest. */
  static boolean isSecret(String apiVersion, String kind) {
    return apiVersion.equals("v1") && kind.equals("Secret");
  }

  private static Problem problem(String apiVersion, String kind) {
    String group = ApiGroups.of(apiVersion);
    String qualified = group + "/" + kind;
    if (NOT_TRANSLATED.contains(qualified) || group.equals("gateway.networking.k8s.io")) {
      return Problem.warning(ProblemCode.NOT_TRANSLATED)
          .path("kind")
          .message(kind + " is not translated; the result is what it would be without it")
          .build();
    }
    Optional<Kind<?>> sameName = Kinds.named(kind);
    if (sameName.isPresent() && ApiGroups.isMeantFor(group, sameName.get())) {
      return unknown("apiVersion", apiVersion, sameName.get().expected());
    }
    if (isMisspelt(apiVersion, kind)) {
      var names = Kinds.ALL.stream().map(Kind::name).toList();
      return unknown("kind", kind, Suggestions.of(kind, names));
    }
    String reason =
        MAKERS_OF_PODS.contains(qualified)
            ? ": endpoints come from EndpointSlices and Pods, not from what makes the pods"
            : "";
    return Problem.builder(Severity.NOTE, ProblemCode.IGNORED_KIND)
        .path("kind")
        .message(kind + " of " + apiVersion + " has no effect on the translation" + reason)
        .build();
  }

  /**
   * Whether there is no such kind: all kinds of Istio and of {@code v1} are known, while
   * Kubernetes' other groups get new ones.
   */
  private static boolean isMisspelt(String apiVersion, String kind) {
    String group = ApiGroups.of(apiVersion);
    if (ApiGroups.isOurs(group)) {
      return !ISTIO_WITHOUT_EFFECT.contains(group + "/" + kind);
    }
    if (group.equals(ApiGroups.CORE)) {
      return (apiVersion.equals("v1") && !CORE.contains(kind)) || apiVersion.endsWith("istio.io");
    }
    return Kinds.ALL.stream()
        .anyMatch(known -> known.group().equals(group) && Suggestions.isNear(kind, known.name()));
  }

  private static Problem unknown(String field, String found, String expected) {
    return Problem.error(ProblemCode.UNKNOWN_KIND)
        .path(field)
        .message(found + " (expected: " + expected + ")")
        .build();
  }
}
