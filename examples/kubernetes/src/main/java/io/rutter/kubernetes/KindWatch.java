// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableSet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.EventSink;
import io.rutter.yaml.ObjectKey;
import java.util.Optional;
import java.util.function.Consumer;

/** The objects of one kind, in all namespaces, as they are now. */
final class KindWatch implements AutoCloseable {
  private final ServedKind kind;
  private final WatchedObjects<GenericKubernetesResource> objects;

  private KindWatch(ServedKind kind, WatchedObjects<GenericKubernetesResource> objects) {
    this.kind = kind;
    this.objects = objects;
  }

  /**
   * Starts to watch.
   *
   * @param changed takes the keys of objects that came, changed or went, from any thread
   */
  static KindWatch start(
      KubernetesClient client, ServedKind kind, Consumer<ObjectKey> changed, EventSink events) {
    return new KindWatch(
        kind,
        WatchedObjects.start(
            client.genericKubernetesResources(kind.context()).inAnyNamespace().runnableInformer(0),
            kind.kind().name(),
            (before, object) -> ReadParts.differ(kind, before, object),
            object -> changed.accept(key(kind, object)),
            events));
  }

  private static ObjectKey key(ServedKind kind, GenericKubernetesResource object) {
    return new ObjectKey(
        kind.kind().group(),
        kind.kind().name(),
        kind.isNamespaced() ? object.getMetadata().getNamespace() : "",
        object.getMetadata().getName());
  }

  /** The kind, as it is watched. */
  ServedKind kind() {
    return kind;
  }

  /** Whether all objects have been listed. */
  boolean isSynced() {
    return objects.isSynced();
  }

  /** See {@link WatchedObjects#isStuck}. */
  boolean isStuck() {
    return objects.isStuck();
  }

  /** An object; empty: there is none of that key. */
  Optional<GenericKubernetesResource> get(ObjectKey key) {
    return objects.get(key.namespace(), key.name());
  }

  /** The keys of all objects. */
  ImmutableSet<ObjectKey> keys() {
    ImmutableSet.Builder<ObjectKey> keys = ImmutableSet.builder();
    objects.all().forEach(object -> keys.add(key(kind, object)));
    return keys.build();
  }

  /** How many objects there are. */
  int count() {
    return objects.all().size();
  }

  @Override
  public void close() {
    objects.close();
  }
}
