// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.ListenerClass;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;

/**
 * The chain for HTTP on an outbound listener. Its route configuration is that of the port; of the
 * service alone where the protocol is detected and the listener belongs to the service; of the path
 * on a Unix socket. Istio document: Protocol Selection.
 */
final class OutboundHttpChain {
  private OutboundHttpChain() {}

  static OutboundChain of(ProxyScope scope, ListenedService target, ChainMatch match) {
    String listener = ListenerNames.of(target.binding().main(), target.port().number());
    return OutboundChain.http(
            match,
            HttpConnectionManagerOptions.builder(ListenerClass.SIDECAR_OUTBOUND)
                .statPrefix(StatNames.delimited("outbound_" + listener))
                .rds(routeName(scope, target))
                .protocol(target.port().protocol())
                .service(target.service())
                .build())
        .from(scope, target);
  }

  private static String routeName(ProxyScope scope, ListenedService target) {
    int port = target.port().number();
    if (port == 0) {
      return target.binding().main();
    }
    boolean own =
        target.port().protocol().isUnsupported()
            && !target.binding().main().equals(ProxyAddresses.wildcard(scope.family()));
    return own ? target.service().hostname() + ":" + port : Integer.toString(port);
  }
}
