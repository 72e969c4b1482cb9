// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * A request as it is sent.
 *
 * @param source the address that it seems to come from
 * @param address the address that the client means, of the same family
 * @param port the port that the client means
 * @param tls how TLS is spoken; empty for plain text
 * @param http whether it is HTTP; if not, a line of bytes that no HTTP request starts with
 * @param method the method
 * @param path path and query
 * @param host the header {@code host}
 * @param headers other headers
 */
record LoopbackRequest(
    String source,
    String address,
    int port,
    Optional<Tls> tls,
    boolean http,
    String method,
    String path,
    String host,
    ImmutableListMultimap<String, String> headers) {
  private static final int TIMEOUT_MILLIS = 5_000;

  /**
   * How TLS is spoken.
   *
   * @param serverName the server name that is asked for; empty for none
   * @param applicationProtocols what the client can speak
   * @param clientCertificate whether the client shows a certificate
   * @param peer the URI in that certificate; empty for the one that the bootstrap has
   */
  record Tls(
      String serverName,
      ImmutableList<String> applicationProtocols,
      boolean clientCertificate,
      Optional<String> peer) {}

  /** Sends it to a port of Envoy; empty where the connection ends without an answer. */
  Optional<Reply> send(int envoyPort, LoopbackTls contexts) throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), envoyPort)) {
      plain.setSoTimeout(TIMEOUT_MILLIS);
      plain.getOutputStream().write(proxyHeader(plain.getLocalPort()).getBytes(ISO_8859_1));
      Socket socket = tls.isPresent() ? contexts.wrap(plain, tls.get()) : plain;
      try (socket) {
        socket.getOutputStream().write(text().getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return Reply.read(socket.getInputStream(), method);
      }
    } catch (java.net.SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty(); // Envoy has closed the connection, or the handshake failed.
    }
  }

  /** An address of the same family for it to come from. */
  static String someSource(String address) {
    return address.contains(":") ? "2001:db8::7" : "10.77.0.7";
  }

  private String proxyHeader(int localPort) {
    String family = address.contains(":") ? "TCP6" : "TCP4";
    return "PROXY %s %s %s %d %d\r\n".formatted(family, source, address, localPort, port);
  }

  private String text() {
    if (!http) {
      return "\u0001\u0002 not HTTP\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    text.append("host: ").append(host).append("\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }
}
