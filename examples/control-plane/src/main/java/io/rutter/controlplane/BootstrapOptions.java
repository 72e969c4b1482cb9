// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.XdsAddress;
import io.rutter.translator.output.XdsTls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code bootstrap}. */
final class BootstrapOptions {
  @Option(names = "--host", defaultValue = "127.0.0.1", description = "The control plane.")
  private String host = "";

  @Option(names = "--port", defaultValue = "15010", description = "Its port.")
  private int port;

  @Option(
      names = "--admin-port",
      defaultValue = "0",
      description = "Port of Envoy's admin page. Default: there is none.")
  private int adminPort;

  @Option(
      names = "--delta",
      description = "Envoy asks for what differs (delta xDS), not for all each time.")
  private boolean isDelta;

  @Option(
      names = "--tls-ca",
      description = "Authorities that the control plane's certificate must come from, PEM.")
  private @Nullable String authorities;

  @Option(names = "--tls-cert", description = "Certificate of the Envoy, PEM.")
  private @Nullable String certificate;

  @Option(names = "--tls-key", description = "Its key, PEM.")
  private @Nullable String key;

  @Option(
      names = "--server-name",
      description = "Name that the control plane's certificate has. Default: the host.")
  private @Nullable String serverName;

  /** The bootstrap of a proxy. */
  Bootstrap of(String proxyId) {
    int dot = proxyId.lastIndexOf('.'); // A namespace has none.
    if (dot < 0) {
      throw new UsageException("proxy \"" + proxyId + "\" (expected: NAME.NAMESPACE)");
    }
    try {
      Proxy proxy = Proxy.of(proxyId.substring(dot + 1), proxyId.substring(0, dot));
      DynamicBootstrap.Builder bootstrap =
          DynamicBootstrap.builder(proxy, XdsAddress.of(host, port))
              .nodeId(proxyId) // Of the mesh only the name is known here.
              .tls(tls())
              .delta(isDelta);
      if (adminPort != 0) {
        bootstrap.adminPort(adminPort);
      }
      return bootstrap.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Optional<XdsTls> tls() {
    if (authorities == null && certificate == null && key == null && serverName == null) {
      return Optional.empty();
    }
    if (authorities == null || certificate == null || key == null) {
      throw new UsageException(
          "--tls-ca, --tls-cert and --tls-key belong together (expected: all or none)");
    }
    XdsTls tls = XdsTls.of(authorities).withCertificate(certificate, key);
    return Optional.of(serverName == null ? tls : tls.withServerName(serverName));
  }
}
