// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.controlplane.StackSummary;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The objects of one cluster: watches all kinds that its API server serves, and brings what has
 * changed to a store.
 *
 * <p>What the informers tell only marks objects; what is brought to the store is what they hold
 * when it is brought. So it does not matter how often, in which order or whether at all a change
 * was told.
 */
final class ClusterWatch implements AutoCloseable {
  private final KubernetesClient client;
  private final ApiServerReach reach;
  private final EventSink events;
  private final ServedKinds kinds;
  private final Revision revision;
  private final Runnable onChange;

  /** Each by the name of its kind with its group. */
  private final Map<String, KindWatch> watches = new ConcurrentHashMap<>();

  /** What watches that have another one in their place had: gone, unless that one has it. */
  private final Map<KindWatch, ImmutableSet<ObjectKey>> inherited = new ConcurrentHashMap<>();

  /** The watches that have listed all their objects, which have been marked since. */
  private final Set<KindWatch> begun = ConcurrentHashMap.newKeySet();

  private final Set<ObjectKey> marked = ConcurrentHashMap.newKeySet();
  private Participants participants = new Participants(DiscoverySelectors.ALL, ImmutableSet.of());

  private volatile boolean isAnswered;

  /**
   * Whose objects count.
   *
   * @param selectors choose the namespaces; if there are none, all objects count
   * @param namespaces those that are chosen
   */
  private record Participants(DiscoverySelectors selectors, ImmutableSet<String> namespaces) {
    boolean has(String namespace) {
      return namespace.isEmpty()
          || selectors.selectors().isEmpty()
          || namespaces.contains(namespace);
    }
  }

  /**
   * Watches nothing yet.
   *
   * @param reach is told whether the server answers
   * @param wanted the kinds to watch where they are served
   * @param onChange is told, from any thread, that there is something to bring
   */
  ClusterWatch(
      KubernetesClient client,
      ApiServerReach reach,
      Collection<ObjectKind> wanted,
      Revision revision,
      Runnable onChange,
      EventSink events) {
    this.client = client;
    this.reach = reach;
    this.kinds = new ServedKinds(client, wanted);
    this.revision = revision;
    this.onChange = onChange;
    this.events = events;
  }

  /**
   * Asks what is served, and begins and ends to watch. To be called again and again by one thread.
   *
   * @return whether the server has answered
   */
  boolean discover() {
    ImmutableList<ServedKind> served;
    reach.onQuestion(System.nanoTime());
    try {
      served = kinds.ask();
    } catch (KubernetesClientException e) {
      reach.onFailure(ApiErrors.reason(e), ApiErrors.isOfCredentials(e));
      return false;
    }
    reach.onAnswer();
    Map<String, KindWatch> over = new HashMap<>(watches);
    for (ServedKind kind : served) {
      KindWatch watch = over.remove(kind.qualifiedName());
      if (watch == null) {
        start(kind, ImmutableSet.of());
      } else if (!watch.kind().equals(kind) || watch.isStuck()) {
        start(kind, watch.keys());
        watch.close();
      }
    }
    over.forEach(this::stop);
    isAnswered = true;
    return true;
  }

  private void start(ServedKind kind, ImmutableSet<ObjectKey> before) {
    KindWatch watch = KindWatch.start(client, kind, this::mark, events);
    inherited.put(watch, before);
    watches.put(kind.qualifiedName(), watch);
    events.accept(
        Event.of(Event.Level.INFO, "watching")
            .with("kind", kind.kind().name())
            .with("version", kind.version()));
  }

  private void stop(String name, KindWatch watch) {
    watches.remove(name);
    watch.close();
    marked.addAll(watch.keys());
    events.accept(Event.of(Event.Level.WARN, "kind-gone").with("kind", watch.kind().kind().name()));
    onChange.run();
  }

  /** Whether the server has not given its answer for a while. */
  boolean isAway() {
    return reach.isAway();
  }

  private void mark(ObjectKey key) {
    marked.add(key);
    onChange.run();
  }

  /** Marks the objects of watches that have listed all of them. To be called again and again. */
  void begin() {
    reach.look(System.nanoTime());
    begun.retainAll(watches.values());
    for (KindWatch watch : watches.values()) {
      if (watch.isSynced() && begun.add(watch)) {
        marked.addAll(watch.keys());
        ImmutableSet<ObjectKey> before = inherited.remove(watch);
        marked.addAll(before == null ? ImmutableSet.of() : before);
        onChange.run();
      }
    }
  }

  /** Whether all objects of all kinds that are served have been listed. */
  boolean isSynced() {
    return isAnswered && begun.containsAll(watches.values());
  }

  /**
   * Brings what has changed to the store. To be called by one thread.
   *
   * @param selectors which namespaces take part from now on
   */
  void bring(ObjectStore store, DiscoverySelectors selectors) {
    Participants before = participants;
    Participants now = new Participants(selectors, selected(selectors));
    participants = now;
    if (!before.equals(now)) {
      watches.values().stream()
          .flatMap(watch -> watch.keys().stream())
          .filter(key -> before.has(key.namespace()) != now.has(key.namespace()))
          .forEach(marked::add);
    }
    Iterator<ObjectKey> keys = marked.iterator();
    while (keys.hasNext()) {
      ObjectKey key = keys.next();
      keys.remove(); // First, so that what comes meanwhile is marked again.
      KindWatch watch = watchOf(key).orElse(null);
      if (watch != null && !begun.contains(watch)) {
        continue; // All of its objects are marked when they are listed.
      }
      Optional<GenericKubernetesResource> object =
          watch == null ? Optional.empty() : counting(watch, key);
      if (watch != null && object.isPresent()) {
        apply(store, key, ObjectTree.of(watch.kind(), object.get()));
      } else {
        store.remove(key);
      }
    }
  }

  /** An object that a fault of ours keeps from being read must not keep the others. */
  private void apply(ObjectStore store, ObjectKey key, Map<String, Object> tree) {
    try {
      store.apply(tree);
    } catch (RuntimeException | StackOverflowError e) {
      store.remove(key);
      events.accept(
          Event.of(Event.Level.ERROR, "internal-error")
              .with("object", key)
              .with("error", StackSummary.of(e)));
    }
  }

  private Optional<KindWatch> watchOf(ObjectKey key) {
    return Optional.ofNullable(watches.get(ServedKind.qualifiedName(key.group(), key.kind())));
  }

  private ImmutableSet<String> selected(DiscoverySelectors selectors) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    if (!selectors.selectors().isEmpty()) {
      for (ObjectKey key : keysOf("", "Namespace")) {
        if (get(key).filter(one -> selectors.select(labels(one))).isPresent()) {
          names.add(key.name());
        }
      }
    }
    return names.build();
  }

  /** The object if it counts: its namespace takes part, and it is of this revision. */
  private Optional<GenericKubernetesResource> counting(KindWatch watch, ObjectKey key) {
    return participants.has(key.namespace())
        ? watch.get(key).filter(one -> revision.includes(watch.kind().kind(), labels(one)))
        : Optional.empty();
  }

  private static Map<String, String> labels(GenericKubernetesResource object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? Map.of() : labels;
  }

  /** An object as the API server has it. */
  Optional<GenericKubernetesResource> get(ObjectKey key) {
    return watchOf(key).flatMap(watch -> watch.get(key));
  }

  /** The keys of the objects of a kind. */
  ImmutableSet<ObjectKey> keysOf(String group, String kind) {
    KindWatch watch = watches.get(ServedKind.qualifiedName(group, kind));
    return watch == null ? ImmutableSet.of() : watch.keys();
  }

  /** How many objects there are of each kind that is watched. */
  ImmutableMap<String, Integer> counts() {
    ImmutableMap.Builder<String, Integer> counts = ImmutableMap.builder();
    watches.forEach((name, watch) -> counts.put(name, watch.count()));
    return counts.buildOrThrow();
  }

  /** How the kind of an object is served. */
  Optional<ServedKind> served(ObjectKey key) {
    return watchOf(key).map(KindWatch::kind);
  }

  @Override
  public void close() {
    watches.values().forEach(KindWatch::close);
  }
}
