// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.sidecar.CaptureMode;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.listener.chain.Binding;
import io.rutter.translator.internal.listener.chain.Binding.Capture;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import java.util.Optional;

/**
 * The bindings of a Sidecar's egress listeners. They bind their port themselves if no traffic is
 * redirected, if {@code captureMode} says so, and for Unix sockets; loopback is the default then.
 * Istio document: Sidecar, {@code IstioEgressListener.bind} and {@code captureMode}.
 */
final class EgressBindings {
  private static final String UNIX = "unix://";

  private EgressBindings() {}

  /** The listener of a Sidecar that declares the port, if one does. */
  static Optional<ConfigPart> declared(ProxyScope scope, int port) {
    return scope.sidecar().sidecar().flatMap(sidecar -> declared(sidecar, port));
  }

  private static Optional<ConfigPart> declared(Sidecar sidecar, int port) {
    for (int i = 0; i < sidecar.egress().size(); i++) {
      boolean declares =
          sidecar
              .egress()
              .get(i)
              .port()
              .filter(declared -> declared.number().orElse(0) == port)
              .isPresent();
      if (declares) {
        return Optional.of(
            new ConfigPart(ConfigKey.of("Sidecar", sidecar.metadata()), "spec.egress[" + i + "]"));
      }
    }
    return Optional.empty();
  }

  static Binding of(Proxy proxy, EgressScope egress) {
    String bind = egress.declared().flatMap(EgressListener::bind).orElse("");
    boolean bound =
        ProxyMetadata.interceptionMode(proxy) == InterceptionMode.NONE
            || egress.declared().map(EgressListener::captureMode).orElse(CaptureMode.DEFAULT)
                == CaptureMode.NONE
            || bind.startsWith(UNIX);
    ImmutableList<String> byDefault = bound ? localhosts(proxy) : ImmutableList.of();
    return new Binding(
        bind.isEmpty() ? byDefault : ImmutableList.of(bind),
        bound ? Capture.BOUND : Capture.REDIRECTED);
  }

  /** The loopback addresses of the proxy's families. */
  static ImmutableList<String> localhosts(Proxy proxy) {
    return switch (ProxyAddresses.family(proxy)) {
      case IPV4 -> ImmutableList.of("127.0.0.1");
      case IPV6 -> ImmutableList.of("::1");
      case DUAL -> ImmutableList.of("127.0.0.1", "::1");
    };
  }
}
