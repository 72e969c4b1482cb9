// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes to the API server what users look at: problems in the status of Istio's objects, and the
 * addresses of Ingresses. Only the leader writes, and only what differs.
 */
final class StatusWriter {
  private static final String GROUP_OF_INGRESS = "networking.k8s.io";

  private final KubernetesClient client;
  private final ClusterWatch cluster;
  private final boolean writesProblems;
  private final boolean writesIngresses;
  private final InstantSource clock;
  private final Metrics metrics;
  private final EventSink events;

  /** What was told of statuses that were not written when they were last tried. */
  private Map<ObjectKey, String> failures = Map.of();

  /**
   * Writes for one cluster.
   *
   * @param writesProblems whether problems are written
   * @param writesIngresses whether addresses of Ingresses are written
   */
  StatusWriter(
      KubernetesClient client,
      ClusterWatch cluster,
      boolean writesProblems,
      boolean writesIngresses,
      InstantSource clock,
      Metrics metrics,
      EventSink events) {
    this.client = client;
    this.cluster = cluster;
    this.writesProblems = writesProblems;
    this.writesIngresses = writesIngresses;
    this.clock = clock;
    this.metrics = metrics;
    this.events = events;
  }

  /**
   * Writes what differs from a mesh that was served.
   *
   * @return whether all of it was written; what was not will be by another call
   */
  boolean write(ServedMesh mesh) {
    List<StatusPatch> patches = new ArrayList<>();
    if (writesIngresses) {
      patches.addAll(ingresses(mesh));
    }
    if (writesProblems) {
      patches.addAll(problems(mesh));
    }
    Map<ObjectKey, String> failed = new HashMap<>();
    for (StatusPatch patch : patches) {
      try {
        patch.apply(client);
        metrics.countWrite();
      } catch (KubernetesClientException e) {
        failed.put(patch.key(), tell(patch, e));
      }
    }
    failures = failed;
    return failed.isEmpty();
  }

  /**
   * Tells why a status was not written, unless that was told when it was last tried. Somebody else
   * may have changed the object, or removed it: that is told to nobody who does not look for it.
   *
   * @return what was told
   */
  private String tell(StatusPatch patch, KubernetesClientException error) {
    String before = failures.get(patch.key());
    boolean isOrdinary =
        error.getCode() == HTTP_CONFLICT || (error.getCode() == HTTP_NOT_FOUND && before == null);
    String reason = ApiErrors.reason(error);
    if (isOrdinary || !reason.equals(before)) {
      events.accept(
          Event.of(isOrdinary ? Event.Level.DEBUG : Event.Level.WARN, "status-not-written")
              .with("kind", patch.key().kind())
              .with("namespace", patch.key().namespace())
              .with("name", patch.key().name())
              .with("reason", reason));
    }
    return isOrdinary ? "" : reason;
  }

  private List<StatusPatch> problems(ServedMesh mesh) {
    List<StatusPatch> patches = new ArrayList<>();
    for (ObjectKind kind : ObjectStore.kinds()) {
      if (kind.group().endsWith(".istio.io")) {
        for (ObjectKey key : cluster.keysOf(kind.group(), kind.name())) {
          Optional<GenericKubernetesResource> object = cluster.get(key);
          object
              .flatMap(
                  one -> ProblemConditions.after(one, mesh.problems().get(key), clock.instant()))
              .ifPresent(
                  conditions ->
                      add(patches, key, object, ImmutableMap.of("conditions", conditions)));
        }
      }
    }
    return patches;
  }

  private List<StatusPatch> ingresses(ServedMesh mesh) {
    List<StatusPatch> patches = new ArrayList<>();
    Set<ObjectKey> keys = cluster.keysOf(GROUP_OF_INGRESS, "Ingress");
    if (keys.isEmpty()) {
      return patches;
    }
    ImmutableSet<String> gateways =
        mesh.snapshot().gateways().stream()
            .map(gateway -> gateway.metadata().name())
            .collect(toImmutableSet());
    ImmutableList<Object> addresses = IngressAddresses.of(mesh.snapshot().meshConfig(), cluster);
    for (ObjectKey key : keys) {
      Optional<GenericKubernetesResource> ingress = cluster.get(key);
      boolean differs =
          ingress.filter(one -> !IngressAddresses.present(one).equals(addresses)).isPresent();
      if (differs && gateways.contains(gatewayOf(key))) {
        add(
            patches,
            key,
            ingress,
            ImmutableMap.of("loadBalancer", ImmutableMap.of("ingress", addresses)));
      }
    }
    return patches;
  }

  /**
   * The gateway that is made of an Ingress if it is for this mesh, by the name that Istio gives.
   */
  private static String gatewayOf(ObjectKey ingress) {
    return ingress.name() + "-istio-autogenerated-k8s-ingress-" + ingress.namespace();
  }

  private void add(
      List<StatusPatch> patches,
      ObjectKey key,
      Optional<GenericKubernetesResource> object,
      ImmutableMap<String, Object> status) {
    cluster
        .served(key)
        .ifPresent(kind -> patches.add(new StatusPatch(key, kind, object.orElseThrow(), status)));
  }
}
