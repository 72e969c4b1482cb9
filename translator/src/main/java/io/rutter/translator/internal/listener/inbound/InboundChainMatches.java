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
 * Which filter chains a port of a workload needs, by the mutual TLS mode that holds for it and by
 * what is known of its protocol. Istio documents: PeerAuthentication, Protocol Selection.
 */
public final class InboundChainMatches {
  private InboundChainMatches() {}

  /** What the first bytes of a connection are. */
  public enum Transport {
    /** A TLS hello. */
    TLS("tls"),
    /** Anything else. */
    PLAIN("raw_buffer");

    private final String envoyName;

    Transport(String envoyName) {
      this.envoyName = envoyName;
    }

    /** The name that the TLS inspector gives. */
    String envoyName() {
      return envoyName;
    }
  }

  /** What a chain does with its connections. */
  public enum Handling {
    /** Terminates TLS and reads HTTP. */
    TERMINATED_HTTP,
    /** Terminates TLS and passes bytes on. */
    TERMINATED_TCP,
    /** Reads HTTP in clear text. */
    HTTP,
    /** Passes bytes on as they come, TLS among them. */
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
   * @param transport what it takes
   * @param applicationProtocols of which it takes only those; empty: any
   * @param handling what it does
   */
  public record Match(
      Transport transport, ImmutableList<String> applicationProtocols, Handling handling) {
    private static Match of(Transport transport, Handling handling) {
      return new Match(transport, ImmutableList.of(), handling);
    }
  }

  /** The mesh's clients by their own protocol names, everybody else in clear text. */
  private static final ImmutableList<Match> PERMISSIVE_HTTP =
      ImmutableList.of(
          new Match(TLS, ApplicationProtocols.MESH, Handling.TERMINATED_HTTP),
          Match.of(PLAIN, Handling.HTTP));

  /** As with HTTP, and TLS of others goes through unopened. */
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

  /** The chains of a port; what is neither HTTP nor undeclared counts as TCP, UDP included. */
  public static ImmutableList<Match> of(MutualTlsMode mode, Protocol protocol) {
    if (protocol.isHttp()) {
      return choose(mode, PERMISSIVE_HTTP, STRICT_HTTP, DISABLE_HTTP);
    }
    return protocol.isUnsupported()
        ? choose(mode, PERMISSIVE_AUTO, STRICT_AUTO, DISABLE_AUTO)
        : choose(mode, PERMISSIVE_TCP, STRICT_TCP, DISABLE_TCP);
  }

  /** The one chain of a port whose Sidecar says how TLS of clients outside is terminated. */
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
