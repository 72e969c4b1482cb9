// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;

/**
 * A host on a port, as the proxies of a viewpoint know it.
 *
 * @param view who
 * @param host the host, in full; {@code *} for any
 * @param port the port that clients call
 * @param serving how a gateway serves it, for example {@code HTTPS 443}; empty at sidecars
 * @param rules what happens, in the order in which it is tried
 */
public record SeenHost(
    Viewpoint view, String host, int port, String serving, ImmutableList<SeenRule> rules) {}
