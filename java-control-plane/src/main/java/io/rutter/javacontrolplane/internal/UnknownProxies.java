// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells of each Envoy that no mesh names, once: it comes again and again. Remembers the last ones
 * only, by a hash.
 */
final class UnknownProxies {
  private static final int MOST = 1_000;

  private final Set<Integer> told = Collections.newSetFromMap(new Last());
  private final XdsListener listener;

  UnknownProxies(XdsListener listener) {
    this.listener = listener;
  }

  void tell(XdsClient client) {
    boolean isNew;
    synchronized (told) {
      isNew = told.add(client.proxyId().hashCode());
    }
    if (isNew) {
      listener.onUnknownProxy(client);
    }
  }

  private static final class Last extends LinkedHashMap<Integer, Boolean> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
      return size() > MOST;
    }
  }
}
