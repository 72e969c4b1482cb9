// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
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

  private final SSLContext withCertificate;
  private final SSLContext withoutCertificate;

  private LoopbackTls(SSLContext withCertificate, SSLContext withoutCertificate) {
    this.withCertificate = withCertificate;
    this.withoutCertificate = withoutCertificate;
  }

  /** The certificate to show, where one is shown, is the first that the bootstrap has. */
  static LoopbackTls of(Bootstrap bootstrap) throws GeneralSecurityException, IOException {
    Optional<TlsCertificate> own =
        bootstrap.getStaticResources().getSecretsList().stream()
            .filter(Secret::hasTlsCertificate)
            .map(Secret::getTlsCertificate)
            .findFirst();
    KeyManager[] managers = own.isPresent() ? keyManagers(own.get()) : new KeyManager[0];
    return new LoopbackTls(context(managers), context(new KeyManager[0]));
  }

  /** Wraps a connection. */
  Socket wrap(Socket connection, LoopbackRequest.Tls tls) throws IOException {
    SSLContext context = tls.clientCertificate() ? withCertificate : withoutCertificate;
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

  private static KeyManager[] keyManagers(TlsCertificate own)
      throws GeneralSecurityException, IOException {
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        own.getCertificateChain().getInlineStringBytes().toByteArray()));
    String key = own.getPrivateKey().getInlineString().replaceAll("-----[A-Z ]+-----", "").strip();
    PrivateKey privateKey =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", privateKey, new char[0], new X509Certificate[] {certificate});
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
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
