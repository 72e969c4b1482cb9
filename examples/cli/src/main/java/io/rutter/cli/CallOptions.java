// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.net.InetAddresses;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.ExtAuthzAnswer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** What the command line says of a call beside its method and URL. */
final class CallOptions {
  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "outbound (leaves the pod), inbound (enters it) or gateway (to a listener's own port)."
              + " Default: outbound for a sidecar, else gateway.")
  private Optional<CallMode> mode = Optional.empty();

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "A header of the request (may be repeated).")
  private List<String> headers = List.of();

  @Option(
      names = "--address",
      paramLabel = "IP",
      description =
          "Where the client connects to. Default: the address of the service that the URL names.")
  private Optional<String> address = Optional.empty();

  @Option(names = "--port", paramLabel = "PORT", description = "Default: that of the URL.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description = "http, http2, http3 or tcp. Default: that of the URL.")
  private Optional<CallProtocol> protocol = Optional.empty();

  @Option(
      names = "--tls",
      paramLabel = "TLS",
      description = "plaintext, tls, or mtls: the mesh's own. Default: that of the URL.")
  private Optional<CallTls> tls = Optional.empty();

  @Option(
      names = "--client-certificate",
      description = "With --tls tls: the client shows a certificate that the server trusts.")
  private boolean clientCertificate;

  @Option(
      names = "--peer",
      paramLabel = "IDENTITY",
      description =
          "Whom the client's certificate names, for example cluster.local/ns/shop/sa/web; for a"
              + " call that enters a pod it means mutual TLS.")
  private Optional<String> peer = Optional.empty();

  @Option(
      names = "--claims",
      paramLabel = "JSON",
      description = "The request has a good token with these claims, where its provider looks.")
  private Optional<String> claims = Optional.empty();

  @Option(
      names = "--claim",
      paramLabel = "NAME=TEXT",
      description = "One claim of such a token (may be repeated).")
  private List<String> singleClaims = List.of();

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "The request has this token in Authorization: Bearer. Its signature is not checked.")
  private Optional<String> token = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "When the call is made, for example 2026-01-31T12:00:00Z. Default: tokens do not expire.")
  private Optional<String> time = Optional.empty();

  @Option(
      names = "--ext-authz",
      paramLabel = "ANSWER",
      description = "allow or deny: what services answer that Envoy asks. Default: unknown.")
  private Optional<ExtAuthzAnswer> extAuthz = Optional.empty();

  @Option(names = "--sni", paramLabel = "NAME", description = "Default: the host, for tls.")
  private Optional<String> sni = Optional.empty();

  @Option(
      names = "--alpn",
      split = ",",
      paramLabel = "PROTOCOL",
      description = "Application protocols of the TLS handshake. Default: what clients offer.")
  private List<String> alpn = List.of();

  @Option(
      names = "--source",
      paramLabel = "IP",
      description = "Where the client connects from. Default: outside the pod.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--random",
      paramLabel = "NUMBER",
      description =
          "What Envoy draws for fractions and weights. Default: all outcomes, with their shares.")
  private Optional<Long> random = Optional.empty();

  /** The description, without a URL. */
  CallDescription.Builder describe() {
    CallDescription.Builder call = CallDescription.builder().headers(headers());
    mode.ifPresent(call::mode);
    ip("--address", address).ifPresent(call::address);
    port().ifPresent(call::port);
    protocol.ifPresent(call::protocol);
    tls.ifPresent(call::tls);
    if (clientCertificate) {
      call.clientCertificate(true);
    }
    sni.ifPresent(call::sni);
    if (!alpn.isEmpty()) {
      call.alpn(ImmutableList.copyOf(alpn));
    }
    ip("--source", source).ifPresent(call::sourceAddress);
    peer.ifPresent(call::peer);
    addClaims(call);
    time().ifPresent(call::time);
    extAuthz.ifPresent(call::extAuthz);
    random().ifPresent(call::randomValue);
    return call;
  }

  private void addClaims(CallDescription.Builder call) {
    try {
      claims.ifPresent(call::claims);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--claims: " + claims.orElse("") + " (expected: a JSON object)");
    }
    for (String claim : singleClaims) {
      int equals = claim.indexOf('=');
      if (equals < 1) {
        throw new UsageException("--claim: " + claim + " (expected: NAME=TEXT)");
      }
      call.claim(claim.substring(0, equals), claim.substring(equals + 1));
    }
  }

  private Optional<Instant> time() {
    try {
      return time.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--time: " + time.orElse("") + " (expected: a time such as 2026-01-31T12:00:00Z)");
    }
  }

  private static Optional<String> ip(String option, Optional<String> address) {
    if (address.isPresent() && !InetAddresses.isInetAddress(address.get())) {
      throw new UsageException(option + ": " + address.get() + " (expected: an IP address)");
    }
    return address;
  }

  private Optional<Long> random() {
    if (random.filter(number -> number < 0).isPresent()) {
      throw new UsageException("--random: " + random.get() + " (expected: 0 or more)");
    }
    return random;
  }

  private OptionalInt port() {
    if (port.isEmpty()) {
      return OptionalInt.empty();
    }
    if (port.get() < 0 || port.get() > 65_535) {
      throw new UsageException("--port: " + port.get() + " (expected: 0 to 65535)");
    }
    return OptionalInt.of(port.get());
  }

  private ImmutableListMultimap<String, String> headers() {
    ImmutableListMultimap.Builder<String, String> all = ImmutableListMultimap.builder();
    for (String header : headers) {
      List<String> parts = Splitter.on(':').limit(2).splitToList(header);
      if (parts.size() < 2 || parts.get(0).isBlank()) {
        throw new UsageException("-H: " + header + " (expected: NAME: VALUE)");
      }
      all.put(parts.get(0).strip(), parts.get(1).strip());
    }
    token.ifPresent(text -> all.put("authorization", "Bearer " + text));
    return all.build();
  }
}
