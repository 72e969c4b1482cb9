// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import java.util.Optional;

/**
 * What a filter chain knows of its client.
 *
 * @param encrypted whether the chain ends TLS that the client speaks
 * @param certificate whether the client has shown a certificate
 * @param name the URI in it; absent if it shows none, or if the call does not say
 */
public record ClientIdentity(boolean encrypted, boolean certificate, Optional<String> name) {
  /** A client without TLS. */
  public static final ClientIdentity UNKNOWN = new ClientIdentity(false, false, Optional.empty());

  public static ClientIdentity of(FilterChain chain, Call call) {
    Optional<DownstreamTlsContext> tls = TlsHandshake.tls(chain);
    boolean speaks = call.tls() != CallTls.PLAINTEXT || call.protocol() == CallProtocol.HTTP3;
    if (tls.isEmpty() || !speaks) {
      return UNKNOWN;
    }
    boolean shown = TlsHandshake.showsCertificate(tls.get(), call);
    return new ClientIdentity(true, shown, call.peer().filter(name -> shown));
  }

  /** What is known, for people. */
  public String print() {
    if (!encrypted) {
      return "no identity: the connection has no TLS that ends here";
    }
    if (!certificate) {
      return "no identity: the client shows no certificate";
    }
    return name.map(text -> "\"" + text + "\"")
        .orElse("a certificate of which the call does not say whom it names");
  }
}
