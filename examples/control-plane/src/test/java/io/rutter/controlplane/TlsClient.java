// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One request on a connection of its own, in clear text or with a server name in TLS. */
final class TlsClient {
  private TlsClient() {}

  /** Asks for the host of this certificate, and takes no other certificate. */
  static String get(int port, TestCertificate certificate)
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket =
        (SSLSocket)
            certificate
                .client()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(certificate.host())));
      socket.setSSLParameters(parameters);
      socket.setSoTimeout((int) Waiting.MOST.toMillis());
      socket.startHandshake();
      return exchange(socket, certificate.host());
    }
  }

  static String getInClear(int port, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) Waiting.MOST.toMillis());
      return exchange(socket, host);
    }
  }

  private static String exchange(Socket socket, String host) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                .formatted(host)
                .getBytes(US_ASCII));
    return new String(socket.getInputStream().readAllBytes(), US_ASCII);
  }
}
