// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableListMultimap;

/**
 * A request as the cluster gets it: after normalisation, rewrites and header changes of the
 * configuration. Headers that Envoy makes up itself (request id, {@code x-forwarded-for}) are not
 * here. Values have what the call says in place of {@code %} commands; one with a command that it
 * does not answer stays as it is written.
 *
 * @param host the {@code :authority}
 * @param path the path with its query
 * @param headers all others, names in lower case, in order
 */
public record UpstreamRequest(
    String host, String path, ImmutableListMultimap<String, String> headers) {}
