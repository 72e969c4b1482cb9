// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;

/**
 * Tells of each Envoy that no mesh names, once: it comes again and again. Remembers the last ones
 * only, by a hash.
 */
final class UnknownProxies {
  private static final int MOST = 1_000;
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Cache<Integer, Boolean> told =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN).build();
  private final EventSink events;

  UnknownProxies(EventSink events) {
    this.events = events;
  }

  void tell(Event event, String proxyId) {
    if (told.asMap().putIfAbsent(proxyId.hashCode(), true) == null) {
      events.accept(event.with("expected", "the id of a Proxy of the mesh, NAME.NAMESPACE"));
    }
  }
}
