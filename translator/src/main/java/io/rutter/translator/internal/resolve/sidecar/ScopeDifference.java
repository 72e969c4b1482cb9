// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import com.google.common.collect.ImmutableSet;

/**
 * How what some proxies see differs from what they saw earlier, worked out once for all of them.
 *
 * @param sameServices whether all services of all listeners are the same, in the same order
 * @param hosts the hosts whose service came, went or changed
 * @param sameListened whether the services and rules are the same that outbound listeners are made
 *     from
 */
public record ScopeDifference(
    boolean sameServices, ImmutableSet<String> hosts, boolean sameListened) {}
