// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableList;

/**
 * A cluster that receives calls.
 *
 * @param cluster its name
 * @param share the fraction of calls that it receives, above 0 and at most 1
 * @param known whether the resources have a cluster of that name
 * @param requestHeaders header changes of this choice alone, applied before the route's
 * @param responseHeaders like {@code requestHeaders}, for the response
 */
public record ClusterShare(
    String cluster,
    double share,
    boolean known,
    ImmutableList<HeaderChange> requestHeaders,
    ImmutableList<HeaderChange> responseHeaders) {}
