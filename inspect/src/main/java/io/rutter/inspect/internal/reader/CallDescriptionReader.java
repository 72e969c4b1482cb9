// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.reader;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.net.InetAddresses;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.ExtAuthzAnswer;
import io.rutter.yaml.internal.node.FieldNames;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link CallDescription}. */
final class CallDescriptionReader {
  private static final ImmutableMap<String, CallMode> MODES =
      ImmutableMap.of(
          "gateway", CallMode.GATEWAY, "outbound", CallMode.OUTBOUND, "inbound", CallMode.INBOUND);
  private static final ImmutableMap<String, CallProtocol> PROTOCOLS =
      ImmutableMap.of(
          "http", CallProtocol.HTTP,
          "http2", CallProtocol.HTTP2,
          "http3", CallProtocol.HTTP3,
          "tcp", CallProtocol.TCP);
  private static final ImmutableMap<String, CallTls> TLS_MODES =
      ImmutableMap.of("plaintext", CallTls.PLAINTEXT, "tls", CallTls.TLS, "mtls", CallTls.MTLS);
  private static final ImmutableMap<String, ExtAuthzAnswer> ANSWERS =
      ImmutableMap.of("allow", ExtAuthzAnswer.ALLOW, "deny", ExtAuthzAnswer.DENY);

  private CallDescriptionReader() {}

  /** Reads the fields of the object. */
  static CallDescription read(ObjectNode in) {
    CallDescription.Builder call = CallDescription.builder();
    Optional<String> url = in.string("url");
    if (url.isPresent() && !CallDescription.isUrl(url.get())) {
      in.reportInvalid("url", "http://HOST:PORT/PATH, or https, tcp or tls in place of http");
    } else {
      url.ifPresent(call::url);
    }
    oneOf(in, "mode", MODES).ifPresent(call::mode);
    ipAddress(in, "address").ifPresent(call::address);
    in.port("port").ifPresent(call::port);
    oneOf(in, "protocol", PROTOCOLS).ifPresent(call::protocol);
    oneOf(in, "tls", TLS_MODES).ifPresent(call::tls);
    in.stringValue("sni").ifPresent(call::sni);
    if (in.has("alpn")) {
      call.alpn(in.strings("alpn"));
    }
    in.boolValue("clientCertificate").ifPresent(call::clientCertificate);
    in.string("peer").ifPresent(call::peer);
    if (in.has("claims")) {
      call.claims(ClaimsReader.struct(in.freeForm("claims")));
    }
    in.timestamp("time").ifPresent(call::time);
    oneOf(in, "extAuthz", ANSWERS).ifPresent(call::extAuthz);
    ipAddress(in, "sourceAddress").ifPresent(call::sourceAddress);
    in.stringValue("method").ifPresent(call::method);
    in.stringValue("host").ifPresent(call::host);
    in.stringValue("path").ifPresent(call::path);
    call.headers(
        in.object("headers", FieldNames.EXACT, CallDescriptionReader::headers)
            .orElse(ImmutableListMultimap.of()));
    in.uint64Value("randomValue").ifPresent(call::randomValue);
    call.runtime(
        ImmutableMap.copyOf(Maps.transformValues(in.integerMap("runtime"), Integer::longValue)));
    return call.build();
  }

  /** A string, or a list of strings, by name. */
  private static ImmutableListMultimap<String, String> headers(ObjectNode in) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    for (String name : in.names()) {
      if (in.isText(name)) {
        in.stringValue(name).ifPresent(value -> headers.put(name, value));
      } else {
        headers.putAll(name, in.strings(name));
      }
    }
    return headers.build();
  }

  private static Optional<String> ipAddress(ObjectNode in, String name) {
    Optional<String> value = in.string(name);
    if (value.isPresent() && !InetAddresses.isInetAddress(value.get())) {
      in.reportInvalid(name, "an IP address");
      return Optional.empty();
    }
    return value;
  }

  private static <T> Optional<T> oneOf(ObjectNode in, String name, ImmutableMap<String, T> values) {
    Optional<String> written = in.string(name);
    Optional<T> value = written.map(values::get);
    if (written.isPresent() && value.isEmpty()) {
      in.reportInvalid(name, String.join(", ", values.keySet()));
    }
    return value;
  }
}
