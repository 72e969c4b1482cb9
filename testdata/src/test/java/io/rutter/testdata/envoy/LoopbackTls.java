// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Speaks TLS over a connection that is there, trusting anyone. */
final class LoopbackTls {
  private static final int HOST_NAME = 0;

  /**
   * Each connection names another server: Java resumes a session with the server names of the first
   * handshake, whatever the next one asks for.
   */
  private final AtomicInteger connections = new AtomicInteger();

  private final Optional<ClientCertificates> certificates;
  private final SSLContext withCertificate;
  private final SSLContext withoutCertificate;
  private final Map<String, SSLContext> byPeer = new HashMap<>();

  private LoopbackTls(
      Optional<ClientCertificates> certificates,
      SSLContext withCertificate,
      SSLContext withoutCertificate) {
    this.certificates = certificates;
    this.withCertificate = withCertificate;
    this.withoutCertificate = withoutCertificate;
  }

  /**
   * The certificate to show, where one is shown, is the first that the bootstrap has, or one that
   * it has signed for the client's name.
   */
  static LoopbackTls of(Bootstrap bootstrap) throws GeneralSecurityException, IOException {
    Optional<TlsCertificate> own =
        bootstrap.getStaticResources().getSecretsList().stream()
            .filter(Secret::hasTlsCertificate)
            .map(Secret::getTlsCertificate)
            .findFirst();
    Optional<ClientCertificates> certificates =
        own.isPresent() ? Optional.of(ClientCertificates.of(own.get())) : Optional.empty();
    KeyManager[] managers = certificates.isPresent() ? certificates.get().own() : new KeyManager[0];
    return new LoopbackTls(certificates, context(managers), context(new KeyManager[0]));
  }

  /** Wraps a connection. */
  Socket wrap(Socket connection, LoopbackRequest.Tls tls) throws IOException {
    SSLContext context = contextOf(tls);
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    connection, "n" + connections.incrementAndGet() + ".invalid", 443, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setServerNames(
        tls.serverName().isEmpty() ? List.of() : List.of(new AnyName(tls.serverName())));
    parameters.setApplicationProtocols(tls.applicationProtocols().toArray(String[]::new));
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private SSLContext contextOf(LoopbackRequest.Tls tls) throws IOException {
    if (!tls.clientCertificate()) {
      return withoutCertificate;
    }
    if (tls.peer().isEmpty() || certificates.isEmpty()) {
      return withCertificate;
    }
    String peer = tls.peer().get();
    Optional<SSLContext> known = Optional.ofNullable(byPeer.get(peer));
    if (known.isPresent()) {
      return known.get();
    }
    try {
      SSLContext made = context(certificates.get().named(peer));
      byPeer.put(peer, made);
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate for " + peer, e);
    }
  }

  /** A server name as Istio writes them, with characters that no host name has. */
  private static final class AnyName extends SNIServerName {
    AnyName(String name) {
      super(HOST_NAME, ByteString.copyFromUtf8(name).toByteArray());
    }
  }

  private static SSLContext context(KeyManager[] keys) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new TrustAnyone()}, null);
    return context;
  }

  private static final class TrustAnyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
