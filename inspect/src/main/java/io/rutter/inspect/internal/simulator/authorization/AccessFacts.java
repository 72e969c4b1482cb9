// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.inspect.Call;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import java.util.Optional;

/**
 * What policies look at.
 *
 * @param connection the connection
 * @param client who is at its other end
 * @param remoteAddress the address of the client, also where others forward for it
 * @param request the request; absent where the connection has none
 * @param metadata what earlier filters found
 */
public record AccessFacts(
    Connection connection,
    ClientIdentity client,
    String remoteAddress,
    Optional<HttpRequest> request,
    Metadata metadata) {
  /** Those of a connection without requests. */
  static AccessFacts of(Connection connection, ClientIdentity client) {
    return new AccessFacts(
        connection,
        client,
        connection.call().sourceAddress(),
        Optional.empty(),
        connection.call().dynamicMetadata());
  }

  Call call() {
    return connection.call();
  }

  AccessFacts withMetadata(Metadata newMetadata) {
    return new AccessFacts(connection, client, remoteAddress, request, newMetadata);
  }

  AccessFacts withRequest(HttpRequest newRequest) {
    return new AccessFacts(connection, client, remoteAddress, Optional.of(newRequest), metadata);
  }
}
