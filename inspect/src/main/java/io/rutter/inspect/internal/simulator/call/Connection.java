// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;

/**
 * What the choice of a filter chain depends on.
 *
 * @param call the call
 * @param serverName the server name that the TLS inspector read, in lower case; empty: none
 * @param transportProtocol {@code tls}, {@code raw_buffer} or {@code quic}
 * @param applicationProtocols the protocols that the TLS or HTTP inspector detected
 */
public record Connection(
    Call call,
    String serverName,
    String transportProtocol,
    ImmutableList<String> applicationProtocols) {}
