// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;

/**
 * A cluster that takes calls.
 *
 * @param cluster its name
 * @param share the part of the calls that it gets, above 0 and at most 1
 * @param known whether the resources have a cluster of that name
 * @param requestHeaders header changes of this choice alone, applied before the route's
 * @param responseHeaders as {@code requestHeaders}, for the answer
 */
public record ClusterShare(
    String cluster,
    double share,
    boolean known,
    ImmutableList<HeaderChange> requestHeaders,
    ImmutableList<HeaderChange> responseHeaders) {}
