// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One connection to a proxy and, where it speaks HTTP, one request on it, in all details. {@link
 * CallDescription} says less and leaves the rest to be found.
 *
 * <p>No value is rejected: a call may be as malformed as real network traffic.
 */
@AutoValue
public abstract class Call {
  /** The default destination: an address that no service has (RFC 5737). */
  public static final String DEFAULT_ADDRESS = "192.0.2.1";

  /** The default source: an address outside the proxy's pod. */
  public static final String DEFAULT_SOURCE_ADDRESS = "198.51.100.1";

  Call() {}

  /**
   * How the connection reaches the proxy. Absent: as connections usually do, {@link
   * CallMode#OUTBOUND} for a sidecar, else {@link CallMode#GATEWAY}.
   */
  public abstract Optional<CallMode> mode();

  /**
   * The IP address that the client connects to. Default: {@link #DEFAULT_ADDRESS}; a {@link
   * CallDescription} has the address of the service that its host names.
   */
  public abstract String address();

  /** The port that the client connects to. Default: 80. */
  public abstract int port();

  /** What the client speaks. Default: {@link CallProtocol#HTTP}. */
  public abstract CallProtocol protocol();

  /** Whether the client uses TLS. Default: {@link CallTls#PLAINTEXT}. */
  public abstract CallTls tls();

  /**
   * The server name of the TLS handshake. Default: the host without its port for {@link
   * CallTls#TLS}, none for {@link CallTls#MTLS}. Has no meaning without TLS.
   */
  public abstract Optional<String> sni();

  /**
   * The application protocols that the TLS handshake offers, best first. Default: what a client of
   * this protocol offers, for {@link CallTls#MTLS} with Istio's prefix: {@code istio-http/1.1},
   * {@code istio-h2}, {@code istio}. Has no meaning without TLS.
   */
  public abstract Optional<ImmutableList<String>> alpn();

  /**
   * The secret that a filter chain's first certificate must have for {@link CallTls#MTLS} to accept
   * it. Default: {@code default}, the name of a workload's certificate in Istio.
   */
  public abstract String mtlsSecret();

  /**
   * Whether a client of {@link CallTls#TLS} presents a certificate that the server trusts if one is
   * required. Default: no.
   */
  public abstract boolean clientCertificate();

  /**
   * Who the client's certificate says that it is, for example {@code
   * spiffe://cluster.local/ns/shop/sa/web}: the URI in it. Has no meaning where the client shows
   * none: without TLS, with {@link CallTls#TLS} and no {@link #clientCertificate()}, or where the
   * server does not ask for one. Default: none, so that a certificate that is shown has a name that
   * no policy knows.
   */
  public abstract Optional<String> peer();

  /** The address that the client connects from. Default: {@link #DEFAULT_SOURCE_ADDRESS}. */
  public abstract String sourceAddress();

  /** The port that the client connects from. Default: 50000. */
  public abstract int sourcePort();

  /** The method. Default: {@code GET}. */
  public abstract String method();

  /**
   * The {@code Host} or {@code :authority}. Default: the address, and the port if it is not the
   * scheme's own, which is what clients send.
   */
  public abstract Optional<String> host();

  /** The path with its query. Default: {@code /}. */
  public abstract String path();

  /** All other headers, in order. */
  public abstract ImmutableListMultimap<String, String> headers();

  /**
   * The random value that Envoy draws for this request, which then decides runtime fractions and
   * weighted clusters. Default: none, so that the result has all outcomes with their fractions.
   */
  public abstract OptionalLong randomValue();

  /**
   * Values of runtime keys, for {@code runtime_fraction} and similar fields: the numerator of a
   * percentage. Default: none, so that the values of the configuration apply.
   */
  public abstract ImmutableMap<String, Long> runtime();

  /**
   * Dynamic metadata that filters before the router have set, for {@code dynamic_metadata}.
   * Default: empty.
   */
  public abstract Metadata dynamicMetadata();

  /**
   * The claims of a token: the request is taken to have one that is signed well, where the filter
   * that checks tokens looks for those of its issuer. Without {@code iss}, the issuer is the first
   * that the filter knows. Default: no such token. A token in a header, a parameter of the query or
   * a cookie counts with its own claims; nothing checks its signature.
   */
  public abstract Optional<Struct> claims();

  /**
   * The time of the call, which decides whether a token is not valid yet or expired. Default: none,
   * so that {@code nbf} and {@code exp} do not count.
   */
  public abstract Optional<Instant> time();

  /**
   * What services answer that are asked whether the request is allowed ({@code ext_authz}).
   * Default: unknown, so that the result is what follows if they allow it, and names them.
   */
  public abstract Optional<ExtAuthzAnswer> extAuthz();

  /** A builder with the defaults. */
  public static Builder builder() {
    return new AutoValue_Call.Builder()
        .address(DEFAULT_ADDRESS)
        .port(80)
        .protocol(CallProtocol.HTTP)
        .tls(CallTls.PLAINTEXT)
        .mtlsSecret("default")
        .clientCertificate(false)
        .sourceAddress(DEFAULT_SOURCE_ADDRESS)
        .sourcePort(50000)
        .method("GET")
        .path("/")
        .runtime(ImmutableMap.of())
        .dynamicMetadata(Metadata.getDefaultInstance());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Call}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Call#mode()}. */
    public abstract Builder mode(CallMode mode);

    /** See {@link Call#mode()}; empty clears it. */
    public abstract Builder mode(Optional<CallMode> mode);

    /** See {@link Call#address()}. */
    public abstract Builder address(String address);

    /** See {@link Call#port()}. */
    public abstract Builder port(int port);

    /** See {@link Call#protocol()}. */
    public abstract Builder protocol(CallProtocol protocol);

    /** See {@link Call#tls()}. */
    public abstract Builder tls(CallTls tls);

    /** See {@link Call#sni()}. */
    public abstract Builder sni(String sni);

    /** See {@link Call#sni()}; empty clears it. */
    public abstract Builder sni(Optional<String> sni);

    /** See {@link Call#alpn()}. */
    public abstract Builder alpn(ImmutableList<String> alpn);

    /** See {@link Call#alpn()}; empty clears it. */
    public abstract Builder alpn(Optional<ImmutableList<String>> alpn);

    /** See {@link Call#alpn()}. */
    @CanIgnoreReturnValue
    public final Builder alpn(String... alpn) {
      return alpn(ImmutableList.copyOf(alpn));
    }

    /** See {@link Call#mtlsSecret()}. */
    public abstract Builder mtlsSecret(String mtlsSecret);

    /** See {@link Call#clientCertificate()}. */
    public abstract Builder clientCertificate(boolean clientCertificate);

    /** See {@link Call#peer()}. */
    public abstract Builder peer(String peer);

    /** See {@link Call#peer()}; empty clears it. */
    public abstract Builder peer(Optional<String> peer);

    /** See {@link Call#sourceAddress()}. */
    public abstract Builder sourceAddress(String sourceAddress);

    /** See {@link Call#sourcePort()}. */
    public abstract Builder sourcePort(int sourcePort);

    /** See {@link Call#method()}. */
    public abstract Builder method(String method);

    /** See {@link Call#host()}. */
    public abstract Builder host(String host);

    /** See {@link Call#host()}; empty clears it. */
    public abstract Builder host(Optional<String> host);

    /** See {@link Call#path()}. */
    public abstract Builder path(String path);

    abstract ImmutableListMultimap.Builder<String, String> headersBuilder();

    /** Adds a header. */
    @CanIgnoreReturnValue
    public final Builder header(String name, String value) {
      headersBuilder().put(name, value);
      return this;
    }

    /** See {@link Call#randomValue()}. */
    public abstract Builder randomValue(long randomValue);

    /** See {@link Call#randomValue()}; empty clears it. */
    public abstract Builder randomValue(OptionalLong randomValue);

    /** See {@link Call#runtime()}. */
    public abstract Builder runtime(Map<String, Long> runtime);

    /** See {@link Call#dynamicMetadata()}. */
    public abstract Builder dynamicMetadata(Metadata dynamicMetadata);

    /** See {@link Call#claims()}. */
    public abstract Builder claims(Struct claims);

    /** See {@link Call#claims()}; empty clears it. */
    public abstract Builder claims(Optional<Struct> claims);

    /** See {@link Call#time()}. */
    public abstract Builder time(Instant time);

    /** See {@link Call#time()}; empty clears it. */
    public abstract Builder time(Optional<Instant> time);

    /** See {@link Call#extAuthz()}. */
    public abstract Builder extAuthz(ExtAuthzAnswer extAuthz);

    /** See {@link Call#extAuthz()}; empty clears it. */
    public abstract Builder extAuthz(Optional<ExtAuthzAnswer> extAuthz);

    /** Builds the value. */
    public abstract Call build();
  }
}
