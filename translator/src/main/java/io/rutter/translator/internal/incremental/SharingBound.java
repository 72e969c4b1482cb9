// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many more resources a mesh may keep for other proxies. Once full, nothing is evicted, so no
 * LRU order is needed and readers need no lock.
 */
final class SharingBound {
  private final AtomicInteger left;

  SharingBound(int resources) {
    this.left = new AtomicInteger(resources);
  }

  /** Reserves room for that many more; returns false if there is none. */
  boolean admits(int resources) {
    if (left.addAndGet(-resources) >= 0) {
      return true;
    }
    left.addAndGet(resources);
    return false;
  }
}
