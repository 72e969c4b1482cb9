// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.nio.file.Path;
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
  private @Nullable Path authorities;

  @Option(names = "--tls-cert", description = "Certificate of the Envoy, PEM.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", description = "Its key, PEM.")
  private @Nullable Path key;

  @Option(
      names = "--server-name",
      description = "Name that the control plane's certificate has. Default: the host.")
  private @Nullable String serverName;

  /** The bootstrap of a proxy. */
  Bootstrap of(String proxyId) {
    if (proxyId.isEmpty()) {
      throw new UsageException("the id of the proxy is empty (expected: NAME.NAMESPACE)");
    }
    if (port < 1 || port > 65_535 || adminPort < 0 || adminPort > 65_535) {
      throw new UsageException(
          "--port %d --admin-port %d (expected: ports up to 65535)".formatted(port, adminPort));
    }
    return new Bootstrap(proxyId, host, port, adminPort, tls(), isDelta);
  }

  private Optional<Bootstrap.Tls> tls() {
    if (authorities == null && certificate == null && key == null && serverName == null) {
      return Optional.empty();
    }
    if (authorities == null || certificate == null || key == null) {
      throw new UsageException(
          "--tls-ca, --tls-cert and --tls-key belong together (expected: all or none)");
    }
    return Optional.of(
        new Bootstrap.Tls(authorities, certificate, key, serverName == null ? host : serverName));
  }
}
