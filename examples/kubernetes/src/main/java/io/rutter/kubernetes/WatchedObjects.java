// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Objects of an API server, as they are now. The informer lists and watches; it begins again where
 * a watch ends or its version has expired, for ever.
 *
 * @param <T> the objects
 */
final class WatchedObjects<T extends HasMetadata> implements AutoCloseable {
  /** A watch that is idle for so many answers of its server does not come back by itself. */
  private static final int IDLE_TIMES = 6;

  private final SharedIndexInformer<T> informer;

  /** How many times in a row it was idle though its server answered. */
  private int idle;

  private WatchedObjects(SharedIndexInformer<T> informer) {
    this.informer = informer;
  }

  /**
   * Starts to watch.
   *
   * @param informer has not been started
   * @param what names the objects, for a person
   * @param isChange whether an object that was updated differs from the one before in something
   *     that matters
   * @param changed takes objects that came, changed or went, from any thread
   */
  static <T extends HasMetadata> WatchedObjects<T> start(
      SharedIndexInformer<T> informer,
      String what,
      BiPredicate<T, T> isChange,
      Consumer<T> changed,
      EventSink events) {
    Handler<T> handler = new Handler<>(what, isChange, changed, events);
    informer.exceptionHandler(handler::onFailure);
    informer.addEventHandler(handler);
    CompletionStage<Void> unused = informer.start();
    return new WatchedObjects<>(informer);
  }

  private static final class Handler<T extends HasMetadata> implements ResourceEventHandler<T> {
    private final String what;
    private final BiPredicate<T, T> isChange;
    private final Consumer<T> changed;
    private final EventSink events;

    /** Whether an attempt has failed, and was told of as a warning, since there was a list. */
    private final AtomicBoolean isWarned = new AtomicBoolean();

    Handler(String what, BiPredicate<T, T> isChange, Consumer<T> changed, EventSink events) {
      this.what = what;
      this.isChange = isChange;
      this.changed = changed;
      this.events = events;
    }

    /**
     * Says that it shall be tried again. What passes by itself is no warning: that the server is
     * away is told once, not by each watch.
     */
    boolean onFailure(boolean hasStarted, Throwable error) {
      boolean isPassing = ApiErrors.isPassing(error);
      if (isPassing || isWarned.compareAndSet(false, true)) {
        events.accept(
            Event.of(isPassing ? Event.Level.DEBUG : Event.Level.WARN, "watch-failed")
                .with("of", what)
                .with("reason", ApiErrors.reason(error)));
      }
      return true;
    }

    @Override
    public void onAdd(T object) {
      changed.accept(object);
    }

    @Override
    public void onUpdate(T before, T object) {
      // A list that is made again tells of all objects.
      boolean isNew =
          !Objects.equals(
              before.getMetadata().getResourceVersion(), object.getMetadata().getResourceVersion());
      if (isNew && isChange.test(before, object)) {
        changed.accept(object);
      }
    }

    @Override
    public void onDelete(T object, boolean isFinalStateUnknown) {
      changed.accept(object);
    }

    @Override
    public void onList(String resourceVersion, boolean wasEmpty) {
      if (isWarned.compareAndSet(true, false)) {
        events.accept(Event.of(Event.Level.INFO, "watch-back").with("of", what));
      }
    }
  }

  /** Whether all objects have been listed. */
  boolean isSynced() {
    return informer.hasSynced();
  }

  /**
   * Whether it has listed its objects, but is not told of changes and will not be: it shall begin
   * anew. To be asked by one thread, once for each answer of the server.
   */
  boolean isStuck() {
    boolean isIdle = informer.hasSynced() && !informer.isWatching();
    idle = isIdle ? idle + 1 : 0;
    return idle >= IDLE_TIMES;
  }

  /** An object in a namespace; empty: there is none of that name. */
  Optional<T> get(String namespace, String name) {
    return Optional.ofNullable(
        informer.getStore().getByKey(Cache.namespaceKeyFunc(namespace, name)));
  }

  /** All objects. */
  List<T> all() {
    return informer.getStore().list();
  }

  @Override
  public void close() {
    informer.stop();
  }
}
