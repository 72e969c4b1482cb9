// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many more resources a mesh may keep for other proxies. What is full stays full: nothing is
 * thrown out, so that what is kept needs no order of use and readers need no lock.
 */
final class SharingBound {
  private final AtomicInteger left;

  SharingBound(int resources) {
    this.left = new AtomicInteger(resources);
  }

  /** Whether that many more may be kept, which counts as done. */
  boolean admits(int resources) {
    if (left.addAndGet(-resources) >= 0) {
      return true;
    }
    left.addAndGet(resources);
    return false;
  }
}
