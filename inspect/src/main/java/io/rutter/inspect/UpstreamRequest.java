// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.common.collect.ImmutableListMultimap;

/**
 * A request as the cluster receives it: after normalization, rewrites and header changes of the
 * configuration. Headers that Envoy generates itself (request id, {@code x-forwarded-for}) are not
 * included. {@code %} commands are replaced by values of the call; a value with a command that the
 * call does not determine stays as written.
 *
 * @param host the {@code :authority}
 * @param path the path with its query
 * @param headers all other headers, names in lower case, in order
 */
public record UpstreamRequest(
    String host, String path, ImmutableListMultimap<String, String> headers) {}
