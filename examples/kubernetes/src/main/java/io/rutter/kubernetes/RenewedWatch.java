// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Objects of an API server, by a watch that begins anew when it does not come back by itself. Until
 * the new one has listed its objects, those of the old one stay. Safe for use by many threads.
 *
 * @param <T> the objects
 */
final class RenewedWatch<T extends HasMetadata> implements AutoCloseable {
  private final Supplier<WatchedObjects<T>> starts;
  private final Runnable onChange;
  private WatchedObjects<T> present;
  private @Nullable WatchedObjects<T> next;
  private boolean isClosed;

  private RenewedWatch(Supplier<WatchedObjects<T>> starts, Runnable onChange) {
    this.starts = starts;
    this.onChange = onChange;
    this.present = starts.get();
  }

  /**
   * Starts to watch.
   *
   * @param starts starts a watch
   * @param onChange is told that objects may have changed when another watch takes over
   */
  static <T extends HasMetadata> RenewedWatch<T> start(
      Supplier<WatchedObjects<T>> starts, Runnable onChange) {
    return new RenewedWatch<>(starts, onChange);
  }

  /** To be called for each answer of the API server, which shows that it could be watched. */
  void onAnswer() {
    boolean isRenewed;
    synchronized (this) {
      WatchedObjects<T> begun = next;
      isRenewed = begun != null && begun.isSynced();
      if (begun != null && isRenewed) {
        present.close();
        present = begun;
        next = null;
      } else if (begun == null && !isClosed && present.isStuck()) {
        next = starts.get();
      }
    }
    if (isRenewed) {
      onChange.run();
    }
  }

  /** Whether all objects have been listed. */
  synchronized boolean isSynced() {
    return present.isSynced();
  }

  /** An object in a namespace; empty: there is none of that name. */
  synchronized Optional<T> get(String namespace, String name) {
    return present.get(namespace, name);
  }

  /** The object where one at most is watched. */
  synchronized Optional<T> find() {
    return present.all().stream().findFirst();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    present.close();
    if (next != null) {
      next.close();
    }
  }
}
