// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableListMultimap;

/**
 * A request as the cluster gets it: after normalisation, rewrites and header changes of the
 * configuration. Headers that Envoy makes up itself (request id, {@code x-forwarded-for}) are not
 * here, and {@code %} commands in values stay as they are written.
 *
 * @param host the {@code :authority}
 * @param path the path with its query
 * @param headers all others, names in lower case, in order
 */
public record UpstreamRequest(
    String host, String path, ImmutableListMultimap<String, String> headers) {}
