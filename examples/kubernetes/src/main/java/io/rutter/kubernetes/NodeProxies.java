// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.javacontrolplane.ProxySource;
import io.rutter.model.ConfigKey;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of Envoys that connect, as istiod knows them: what a node says of itself, joined with
 * its Pod as far as that is known. Labels and locality are the pod's, since a node tells those that
 * it started with; addresses, cluster and network are the node's.
 *
 * <p>A node is read as the document {@code rutter.io/v1 Proxy}, so that what is wrong with it is
 * told in the words of any other object.
 */
final class NodeProxies implements ProxySource {
  private static final String POD = "Pod";

  /** What nodes were read to; a node stays the same object for as long as it is connected. */
  private final Cache<Node, Optional<Proxy>> read = CacheBuilder.newBuilder().weakKeys().build();

  private final EventSink events;
  private volatile Pods pods = new Pods(ImmutableList.of());

  NodeProxies(EventSink events) {
    this.events = events;
  }

  /** The pods of a mesh by cluster and name. */
  private static final class Pods {
    private final List<Workload> all;
    private final ImmutableMap<String, Workload> byName;

    Pods(List<Workload> all) {
      this.all = all;
      this.byName =
          all.stream()
              .collect(
                  toImmutableMap(
                      pod -> name(pod.clusterId(), ConfigKey.of(POD, pod.metadata())),
                      pod -> pod,
                      (first, second) -> first));
    }

    private static String name(String cluster, ConfigKey pod) {
      return cluster + " " + pod;
    }

    @Nullable Workload of(Proxy proxy) {
      return byName.get(name(proxy.cluster(), new ConfigKey(POD, proxy.namespace(), proxy.name())));
    }
  }

  @Override
  public Optional<Proxy> proxy(Node node, MeshSnapshot mesh) {
    Optional<Proxy> known = read.getIfPresent(node);
    if (known == null) {
      known = read(node);
      read.put(node, known);
    }
    return known.map(proxy -> joined(proxy, node, pods(mesh.workloads()).of(proxy)));
  }

  @SuppressWarnings("ReferenceEquality") // Equal lists that differ cost time only.
  private Pods pods(List<Workload> workloads) {
    Pods last = pods;
    if (last.all != workloads) {
      last = new Pods(workloads);
      pods = last;
    }
    return last;
  }

  private static Proxy joined(Proxy proxy, Node node, @Nullable Workload pod) {
    if (pod == null) {
      return proxy;
    }
    Map<String, String> labels = new LinkedHashMap<>();
    NodeMetadata.of(node.getMetadata())
        .texts("STATIC_LABELS")
        .forEach((name, value) -> labels.put(name, value.toString()));
    labels.putAll(pod.metadata().labels());
    Proxy.Builder joined = proxy.toBuilder().labels(labels);
    if (!pod.locality().equals(Locality.UNKNOWN)) {
      joined.locality(pod.locality());
    }
    return joined.build();
  }

  private Optional<Proxy> read(Node node) {
    Optional<NodeId> id = NodeId.of(node.getId());
    if (id.isEmpty()) {
      return Optional.empty(); // It was not let in.
    }
    NodeMetadata metadata = NodeMetadata.of(node.getMetadata());
    String namespace = metadata.text("NAMESPACE");
    if (!namespace.isEmpty() && !namespace.equals(id.get().namespace())) {
      refuse(node, "its metadata names the namespace " + namespace);
      return Optional.empty();
    }
    ObjectStore store = ObjectStore.create();
    store.apply(document(id.get(), metadata, node));
    StoredMesh result = store.snapshot();
    result.problems().values().forEach(problem -> events.accept(Event.of(problem)));
    Optional<Proxy> proxy = result.snapshot().proxies().stream().findFirst();
    if (proxy.isEmpty()) {
      refuse(node, "it has errors");
    }
    return proxy;
  }

  private void refuse(Node node, String reason) {
    events.accept(
        Event.of(Event.Level.WARN, "node-refused")
            .with("node", node.getId())
            .with("reason", reason));
  }

  private static Map<String, Object> document(NodeId id, NodeMetadata metadata, Node node) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("type", id.type().equals("router") ? "gateway" : "sidecar");
    ImmutableList<String> addresses = metadata.addresses();
    spec.put("ipAddresses", addresses.isEmpty() ? List.of(id.address()) : addresses);
    spec.put("labels", metadata.texts("LABELS"));
    putText(spec, "serviceAccount", metadata.text("SERVICE_ACCOUNT"));
    putText(spec, "cluster", metadata.text("CLUSTER_ID"));
    putText(spec, "network", metadata.text("NETWORK"));
    putText(spec, "dnsDomain", id.dnsDomain());
    spec.put(
        "locality",
        Map.of(
            "region", node.getLocality().getRegion(),
            "zone", node.getLocality().getZone(),
            "subZone", node.getLocality().getSubZone()));
    Map<String, Object> others = new LinkedHashMap<>(metadata.all());
    others.remove("LABELS");
    spec.put("metadata", others);
    return Map.of(
        "apiVersion",
        "rutter.io/v1",
        "kind",
        "Proxy",
        "metadata",
        Map.of(
            "name",
            id.pod(),
            "namespace",
            id.namespace(),
            "annotations",
            metadata.texts("ANNOTATIONS")),
        "spec",
        spec);
  }

  private static void putText(Map<String, Object> spec, String name, String text) {
    if (!text.isEmpty()) {
      spec.put(name, text);
    }
  }
}
