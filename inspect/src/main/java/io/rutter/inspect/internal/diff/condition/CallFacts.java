// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a call before it is divided: its connection.
 *
 * @param call the call, of which the connection counts
 * @param client what its certificate says
 * @param clients whom certificates must name, one of these; absent: anybody
 * @param serverName the server name of its handshake; empty: none
 * @param http whether there is a request
 * @param hops how many addresses follow the client's in {@code x-forwarded-for}; absent: the header
 *     does not say who the client is
 * @param token what tokens the filter for them takes
 */
public record CallFacts(
    Call call,
    ClientIdentity client,
    Optional<ImmutableList<StringMatcher>> clients,
    String serverName,
    boolean http,
    OptionalInt hops,
    TokenFacts token) {
  /** The same without a request, as filters of connections see it. */
  CallFacts ofConnection() {
    return new CallFacts(call, client, clients, serverName, false, hops, token);
  }

  /** The same with what the filter for tokens takes. */
  CallFacts withToken(TokenFacts newToken) {
    return new CallFacts(call, client, clients, serverName, http, hops, newToken);
  }
}
