// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.rutter.inspect.internal.calltest.CallUrl;
import io.rutter.inspect.internal.json.ClaimsJson;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A call as people describe it, for example in a test file; {@link CallResolver} completes it. What
 * is absent follows from the rest: from {@code url}, from the type of the proxy, or from what a
 * client would send.
 */
@AutoValue
public abstract class CallDescription {
  CallDescription() {}

  /**
   * {@code SCHEME://HOST:PORT/PATH} with the scheme {@code http}, {@code https}, {@code tcp} or
   * {@code tls}: protocol, TLS, host, port and path at once.
   */
  public abstract Optional<String> url();

  /**
   * Whether a text is a {@link #url()}: one of these schemes, a host, an IPv6 address in brackets,
   * and a port from 0 to 65535 if there is a colon. Of other texts a call takes what it can read.
   */
  public static boolean isUrl(String text) {
    return CallUrl.isUrl(text);
  }

  /**
   * How the connection reaches the proxy. Absent: {@link CallMode#OUTBOUND} for a sidecar, else
   * {@link CallMode#GATEWAY}.
   */
  public abstract Optional<CallMode> mode();

  /**
   * IP address that the client connects to. Absent: that of the service that the host names, else
   * one that no service has.
   */
  public abstract Optional<String> address();

  /**
   * Port that the client connects to. Absent: that of {@code url}, else the usual one of its
   * scheme.
   */
  public abstract OptionalInt port();

  /** What the client speaks. Absent: that of {@code url}, else {@link CallProtocol#HTTP}. */
  public abstract Optional<CallProtocol> protocol();

  /** Whether the client uses TLS. Absent: that of {@code url}, else {@link CallTls#PLAINTEXT}. */
  public abstract Optional<CallTls> tls();

  /** Server name of the TLS handshake. Absent: the host, for {@link CallTls#TLS}. */
  public abstract Optional<String> sni();

  /** Application protocols of the TLS handshake. Absent: what a client of the protocol offers. */
  public abstract Optional<ImmutableList<String>> alpn();

  /** Whether the client shows a certificate that the server trusts. Absent: no. */
  public abstract Optional<Boolean> clientCertificate();

  /**
   * Who the client's certificate says that it is: a SPIFFE URI, of which {@code spiffe://} may be
   * left out, for example {@code cluster.local/ns/shop/sa/web}. If present, the client shows a
   * certificate, and a call that enters a pod ({@link CallMode#INBOUND}) uses the mesh's mutual
   * TLS, unless {@code tls} and {@code clientCertificate} say otherwise. Absent: a name that no
   * policy knows.
   */
  public abstract Optional<String> peer();

  /** IP address that the client connects from. Absent: one outside the proxy's pod. */
  public abstract Optional<String> sourceAddress();

  /** Method. Absent: {@code GET}. */
  public abstract Optional<String> method();

  /** Host header or authority. Absent: that of {@code url}. */
  public abstract Optional<String> host();

  /** Path and query. Absent: that of {@code url}, else {@code /}. */
  public abstract Optional<String> path();

  /** Other headers. */
  public abstract ImmutableListMultimap<String, String> headers();

  /** What Envoy draws for fractions and weights. Absent: all outcomes count. */
  public abstract OptionalLong randomValue();

  /** Values of runtime keys. */
  public abstract ImmutableMap<String, Long> runtime();

  /** Claims of a good token of the request, see {@link Call#claims()}. Absent: no such token. */
  public abstract Optional<Struct> claims();

  /** When the call is made, see {@link Call#time()}. Absent: tokens do not expire. */
  public abstract Optional<Instant> time();

  /** What services answer that Envoy asks ({@code ext_authz}). Absent: unknown. */
  public abstract Optional<ExtAuthzAnswer> extAuthz();

  /** The call that a client makes of a URL, such as {@code http://reviews:9080/}. */
  public static CallDescription of(String url) {
    return builder().url(url).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CallDescription.Builder()
        .headers(ImmutableListMultimap.of())
        .runtime(ImmutableMap.of());
  }

  /** Builds a {@link CallDescription}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CallDescription#url()}. */
    public abstract Builder url(String url);

    /** See {@link CallDescription#url()}; empty clears it. */
    public abstract Builder url(Optional<String> url);

    /** See {@link CallDescription#mode()}. */
    public abstract Builder mode(CallMode mode);

    /** See {@link CallDescription#mode()}; empty clears it. */
    public abstract Builder mode(Optional<CallMode> mode);

    /** See {@link CallDescription#address()}. */
    public abstract Builder address(String address);

    /** See {@link CallDescription#address()}; empty clears it. */
    public abstract Builder address(Optional<String> address);

    /** See {@link CallDescription#port()}. */
    public abstract Builder port(int port);

    /** See {@link CallDescription#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link CallDescription#protocol()}. */
    public abstract Builder protocol(CallProtocol protocol);

    /** See {@link CallDescription#protocol()}; empty clears it. */
    public abstract Builder protocol(Optional<CallProtocol> protocol);

    /** See {@link CallDescription#tls()}. */
    public abstract Builder tls(CallTls tls);

    /** See {@link CallDescription#tls()}; empty clears it. */
    public abstract Builder tls(Optional<CallTls> tls);

    /** See {@link CallDescription#sni()}. */
    public abstract Builder sni(String sni);

    /** See {@link CallDescription#sni()}; empty clears it. */
    public abstract Builder sni(Optional<String> sni);

    /** See {@link CallDescription#alpn()}. */
    public abstract Builder alpn(ImmutableList<String> alpn);

    /** See {@link CallDescription#alpn()}; empty clears it. */
    public abstract Builder alpn(Optional<ImmutableList<String>> alpn);

    /** See {@link CallDescription#clientCertificate()}. */
    public abstract Builder clientCertificate(boolean clientCertificate);

    /** See {@link CallDescription#clientCertificate()}; empty clears it. */
    public abstract Builder clientCertificate(Optional<Boolean> clientCertificate);

    /** See {@link CallDescription#peer()}. */
    public abstract Builder peer(String peer);

    /** See {@link CallDescription#peer()}; empty clears it. */
    public abstract Builder peer(Optional<String> peer);

    /** See {@link CallDescription#sourceAddress()}. */
    public abstract Builder sourceAddress(String sourceAddress);

    /** See {@link CallDescription#sourceAddress()}; empty clears it. */
    public abstract Builder sourceAddress(Optional<String> sourceAddress);

    /** See {@link CallDescription#method()}. */
    public abstract Builder method(String method);

    /** See {@link CallDescription#method()}; empty clears it. */
    public abstract Builder method(Optional<String> method);

    /** See {@link CallDescription#host()}. */
    public abstract Builder host(String host);

    /** See {@link CallDescription#host()}; empty clears it. */
    public abstract Builder host(Optional<String> host);

    /** See {@link CallDescription#path()}. */
    public abstract Builder path(String path);

    /** See {@link CallDescription#path()}; empty clears it. */
    public abstract Builder path(Optional<String> path);

    /** See {@link CallDescription#headers()}. */
    public abstract Builder headers(ImmutableListMultimap<String, String> headers);

    /** Adds a header to {@link CallDescription#headers()}. */
    @CanIgnoreReturnValue
    public final Builder header(String name, String value) {
      return headers(
          ImmutableListMultimap.<String, String>builder()
              .putAll(headers())
              .put(name, value)
              .build());
    }

    abstract ImmutableListMultimap<String, String> headers();

    /** See {@link CallDescription#claims()}. */
    public abstract Builder claims(Struct claims);

    /** See {@link CallDescription#claims()}; empty clears it. */
    public abstract Builder claims(Optional<Struct> claims);

    /**
     * Claims as JSON, for example {@code {"iss": "https://id.example.com", "sub": "me"}}.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    @CanIgnoreReturnValue
    public final Builder claims(String json) {
      return claims(ClaimsJson.parse(json));
    }

    /** Adds a claim that is a text to {@link CallDescription#claims()}. */
    @CanIgnoreReturnValue
    public final Builder claim(String name, String value) {
      Struct.Builder all = claims().orElse(Struct.getDefaultInstance()).toBuilder();
      return claims(all.putFields(name, Value.newBuilder().setStringValue(value).build()).build());
    }

    abstract Optional<Struct> claims();

    /** See {@link CallDescription#time()}. */
    public abstract Builder time(Instant time);

    /** See {@link CallDescription#time()}; empty clears it. */
    public abstract Builder time(Optional<Instant> time);

    /** See {@link CallDescription#extAuthz()}. */
    public abstract Builder extAuthz(ExtAuthzAnswer extAuthz);

    /** See {@link CallDescription#extAuthz()}; empty clears it. */
    public abstract Builder extAuthz(Optional<ExtAuthzAnswer> extAuthz);

    /** See {@link CallDescription#randomValue()}. */
    public abstract Builder randomValue(long randomValue);

    /** See {@link CallDescription#randomValue()}; empty clears it. */
    public abstract Builder randomValue(OptionalLong randomValue);

    /** See {@link CallDescription#runtime()}. */
    public abstract Builder runtime(ImmutableMap<String, Long> runtime);

    /** Builds the value. */
    public abstract CallDescription build();
  }
}
