// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.Listener;

/**
 * The listeners of a proxy.
 *
 * @param listeners the listeners
 * @param routeNames the route configurations that they ask for
 */
public record AssembledListeners(
    ImmutableList<Listener> listeners, ImmutableSortedSet<String> routeNames) {}
