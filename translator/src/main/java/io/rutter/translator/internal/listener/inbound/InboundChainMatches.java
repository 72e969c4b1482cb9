// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import static io.rutter.translator.internal.listener.inbound.InboundChainMatches.Transport.PLAIN;
import static io.rutter.translator.internal.listener.inbound.InboundChainMatches.Transport.TLS;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.listener.chain.ApplicationProtocols;

/**
 * Which filter chains a port of a workload needs, by its mutual TLS mode and its protocol. Istio
 * documents: PeerAuthentication, Protocol Selection.
 */
public final class InboundChainMatches {
  private InboundChainMatches() {}

  /** The transport protocol that the TLS inspector detects. */
  public enum Transport {
    /** TLS. */
    TLS("tls"),
    /** Plain text. */
    PLAIN("raw_buffer");

    private final String envoyName;

    Transport(String envoyName) {
      this.envoyName = envoyName;
    }

    /** Its name in a filter chain match. */
    String envoyName() {
      return envoyName;
    }
  }

  /** How a chain handles its connections. */
  public enum Handling {
    /** Terminates TLS and parses HTTP. */
    TERMINATED_HTTP,
    /** Terminates TLS and forwards TCP. */
    TERMINATED_TCP,
    /** Parses plain-text HTTP. */
    HTTP,
    /** Forwards TCP, including TLS that it does not terminate. */
    TCP;

    boolean isHttp() {
      return this == TERMINATED_HTTP || this == HTTP;
    }

    public boolean terminatesTls() {
      return this == TERMINATED_HTTP || this == TERMINATED_TCP;
    }
  }

  /**
   * One chain of a port.
   *
   * @param transport the transport protocol that it matches
   * @param applicationProtocols the application protocols that it matches; empty: any
   * @param handling how it handles connections
   */
  public record Match(
      Transport transport, ImmutableList<String> applicationProtocols, Handling handling) {
    private static Match of(Transport transport, Handling handling) {
      return new Match(transport, ImmutableList.of(), handling);
    }
  }

  /** Mutual TLS of mesh clients, by their ALPN protocols, and plain text of everyone else. */
  private static final ImmutableList<Match> PERMISSIVE_HTTP =
      ImmutableList.of(
          new Match(TLS, ApplicationProtocols.MESH, Handling.TERMINATED_HTTP),
          Match.of(PLAIN, Handling.HTTP));

  /** The same as for HTTP; TLS that is not the mesh's is forwarded without being terminated. */
  private static final ImmutableList<Match> PERMISSIVE_TCP =
      ImmutableList.of(
          new Match(TLS, ApplicationProtocols.MESH, Handling.TERMINATED_TCP),
          Match.of(TLS, Handling.TCP),
          Match.of(PLAIN, Handling.TCP));

  private static final ImmutableList<Match> PERMISSIVE_AUTO =
      ImmutableList.of(
          new Match(TLS, ApplicationProtocols.MESH_HTTP, Handling.TERMINATED_HTTP),
          new Match(PLAIN, ApplicationProtocols.PLAINTEXT_HTTP, Handling.HTTP),
          new Match(TLS, ApplicationProtocols.MESH_TCP, Handling.TERMINATED_TCP),
          Match.of(PLAIN, Handling.TCP),
          Match.of(TLS, Handling.TCP));

  private static final ImmutableList<Match> STRICT_HTTP =
      ImmutableList.of(Match.of(TLS, Handling.TERMINATED_HTTP));

  private static final ImmutableList<Match> STRICT_TCP =
      ImmutableList.of(Match.of(TLS, Handling.TERMINATED_TCP));

  private static final ImmutableList<Match> STRICT_AUTO =
      ImmutableList.of(
          new Match(TLS, ApplicationProtocols.MESH_HTTP, Handling.TERMINATED_HTTP),
          Match.of(TLS, Handling.TERMINATED_TCP));

  private static final ImmutableList<Match> DISABLE_HTTP =
      ImmutableList.of(Match.of(PLAIN, Handling.HTTP));

  private static final ImmutableList<Match> DISABLE_TCP =
      ImmutableList.of(Match.of(PLAIN, Handling.TCP));

  private static final ImmutableList<Match> DISABLE_AUTO =
      ImmutableList.of(
          new Match(PLAIN, ApplicationProtocols.PLAINTEXT_HTTP, Handling.HTTP),
          Match.of(PLAIN, Handling.TCP));

  /**
   * The chains of a port; a protocol that is neither HTTP nor undeclared counts as TCP, even UDP.
   */
  public static ImmutableList<Match> of(MutualTlsMode mode, Protocol protocol) {
    if (protocol.isHttp()) {
      return choose(mode, PERMISSIVE_HTTP, STRICT_HTTP, DISABLE_HTTP);
    }
    return protocol.isUnsupported()
        ? choose(mode, PERMISSIVE_AUTO, STRICT_AUTO, DISABLE_AUTO)
        : choose(mode, PERMISSIVE_TCP, STRICT_TCP, DISABLE_TCP);
  }

  /**
   * The only chain of a port whose Sidecar configures TLS termination for clients outside of the
   * mesh.
   */
  public static ImmutableList<Match> terminated(Protocol protocol) {
    return protocol.isHttp() ? STRICT_HTTP : STRICT_TCP;
  }

  private static ImmutableList<Match> choose(
      MutualTlsMode mode,
      ImmutableList<Match> permissive,
      ImmutableList<Match> strict,
      ImmutableList<Match> disable) {
    return switch (mode) {
      case STRICT -> strict;
      case PERMISSIVE, UNSET -> permissive;
      case DISABLE -> disable;
    };
  }
}
