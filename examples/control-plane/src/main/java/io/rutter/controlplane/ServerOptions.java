// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.javacontrolplane.StreamLimits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of what serves Envoys: where, how safely, and what is logged. */
public final class ServerOptions {
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(
      names = "--port",
      defaultValue = "15010",
      description = "Port to listen on; 0: any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--tls-cert", description = "Certificate of the port, PEM, with its chain.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", description = "Its key, PEM, PKCS #8.")
  private @Nullable Path key;

  @Option(
      names = "--client-ca",
      description = "Authorities that the certificates of Envoys must come from, PEM.")
  private @Nullable Path clientAuthorities;

  @Option(
      names = "--match-names",
      description = "The certificate of an Envoy must have its NAME.NAMESPACE as a DNS name.")
  private boolean matchNames;

  @Option(
      names = "--insecure",
      description = "Serves without TLS on an address that other hosts can reach.")
  private boolean insecure;

  @Option(
      names = "--ack-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "How long an Envoy may take to acknowledge a step of a change until the step is passed"
              + " over. Default: ${DEFAULT-VALUE}.")
  private int ackTimeout;

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description =
          "How long a stream may be open before it says who it is. Default: ${DEFAULT-VALUE}.")
  private int requestTimeout;

  @Option(
      names = "--max-streams",
      paramLabel = "NUMBER",
      defaultValue = "10000",
      description =
          "Most streams at one time: each Envoy has two, one more for secrets."
              + " Default: ${DEFAULT-VALUE}.")
  private int maxStreams;

  @Option(
      names = "--log-level",
      defaultValue = "INFO",
      description = "${COMPLETION-CANDIDATES}: what matters less is not logged.")
  private Event.Level logLevel = Event.Level.INFO;

  /** What the log leaves out is below this. */
  public Event.Level logLevel() {
    return logLevel;
  }

  /**
   * What they say.
   *
   * @throws OperatingException if the address or the certificates cannot be used
   * @throws UsageException if the options do not go together
   */
  public ServerSettings settings() throws OperatingException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port " + port + " (expected: 0 to 65535)");
    }
    requirePositive("--ack-timeout", ackTimeout);
    requirePositive("--request-timeout", requestTimeout);
    requirePositive("--max-streams", maxStreams);
    Optional<TlsFiles> tls = tls();
    if (matchNames && tls.isEmpty()) {
      throw new UsageException("--match-names without TLS (expected: --tls-cert too)");
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new OperatingException("host " + host + " cannot be resolved");
    }
    if (tls.isEmpty() && !insecure && !address.getAddress().isLoopbackAddress()) {
      throw new UsageException(
          "--host "
              + host
              + " can be reached by others, who would get the configuration of any proxy"
              + " (expected: --tls-cert, --tls-key and --client-ca, a loopback address, or"
              + " --insecure)");
    }
    return new ServerSettings(
        address,
        tls,
        StreamLimits.DEFAULT
            .withAcknowledgment(Duration.ofSeconds(ackTimeout))
            .withFirstRequest(Duration.ofSeconds(requestTimeout))
            .withStreams(maxStreams)
            .withMatchNames(matchNames));
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new UsageException(option + " " + value + " (expected: 1 or more)");
    }
  }

  private Optional<TlsFiles> tls() throws OperatingException {
    if (certificate == null && key == null && clientAuthorities == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null || clientAuthorities == null) {
      throw new UsageException(
          "--tls-cert, --tls-key and --client-ca belong together (expected: all or none)");
    }
    return Optional.of(TlsFiles.of(certificate, key, clientAuthorities));
  }
}
