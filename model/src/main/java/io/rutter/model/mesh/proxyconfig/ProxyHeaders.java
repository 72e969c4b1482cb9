// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Headers that proxies add (Istio reference: ProxyConfig.ProxyHeaders). */
@AutoValue
public abstract class ProxyHeaders {
  ProxyHeaders() {}

  /**
   * Treatment of the client certificate header at sidecars, not gateways. Unset: APPEND_FORWARD.
   */
  public abstract ForwardClientCertDetails forwardedClientCert();

  /**
   * Parts of the client certificate in the header of inbound requests. Absent: subject, DNS and URI
   * names.
   */
  public abstract Optional<SetCurrentClientCertDetails> setCurrentClientCertDetails();

  /** The header {@code X-Request-Id}. Absent: added. */
  public abstract Optional<OptOutHeader> requestId();

  /**
   * The header {@code server} of responses. Absent: {@code istio-envoy}, but {@code envoy} on
   * sidecar outbound.
   */
  public abstract Optional<ServerHeader> server();

  /** The header {@code X-Envoy-Attempt-Count}. Absent: added. */
  public abstract Optional<OptOutHeader> attemptCount();

  /** Debug headers of Envoy, such as {@code X-Envoy-Overloaded}. Absent: added. */
  public abstract Optional<OptOutHeader> envoyDebugHeaders();

  /** Headers by which Istio proxies exchange metadata. Absent: sent to all peers. */
  public abstract Optional<MetadataExchangeHeaders> metadataExchangeHeaders();

  /** Whether the letter case of HTTP/1 headers is kept. Absent: false. */
  public abstract Optional<Boolean> preserveHttp1HeaderCase();

  /** The header {@code X-Forwarded-Host} on a host rewrite. Absent: not added. */
  public abstract Optional<OptInHeader> xForwardedHost();

  /** The header {@code X-Forwarded-Port}. Absent: not added. */
  public abstract Optional<OptInHeader> xForwardedPort();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProxyHeaders.Builder()
        .forwardedClientCert(ForwardClientCertDetails.UNDEFINED);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProxyHeaders}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProxyHeaders#forwardedClientCert()}. */
    public abstract Builder forwardedClientCert(ForwardClientCertDetails forwardedClientCert);

    /** See {@link ProxyHeaders#setCurrentClientCertDetails()}. */
    public abstract Builder setCurrentClientCertDetails(
        SetCurrentClientCertDetails setCurrentClientCertDetails);

    /** See {@link ProxyHeaders#setCurrentClientCertDetails()}; empty clears it. */
    public abstract Builder setCurrentClientCertDetails(
        Optional<SetCurrentClientCertDetails> setCurrentClientCertDetails);

    /** See {@link ProxyHeaders#requestId()}. */
    public abstract Builder requestId(OptOutHeader requestId);

    /** See {@link ProxyHeaders#requestId()}; empty clears it. */
    public abstract Builder requestId(Optional<OptOutHeader> requestId);

    /** See {@link ProxyHeaders#server()}. */
    public abstract Builder server(ServerHeader server);

    /** See {@link ProxyHeaders#server()}; empty clears it. */
    public abstract Builder server(Optional<ServerHeader> server);

    /** See {@link ProxyHeaders#attemptCount()}. */
    public abstract Builder attemptCount(OptOutHeader attemptCount);

    /** See {@link ProxyHeaders#attemptCount()}; empty clears it. */
    public abstract Builder attemptCount(Optional<OptOutHeader> attemptCount);

    /** See {@link ProxyHeaders#envoyDebugHeaders()}. */
    public abstract Builder envoyDebugHeaders(OptOutHeader envoyDebugHeaders);

    /** See {@link ProxyHeaders#envoyDebugHeaders()}; empty clears it. */
    public abstract Builder envoyDebugHeaders(Optional<OptOutHeader> envoyDebugHeaders);

    /** See {@link ProxyHeaders#metadataExchangeHeaders()}. */
    public abstract Builder metadataExchangeHeaders(
        MetadataExchangeHeaders metadataExchangeHeaders);

    /** See {@link ProxyHeaders#metadataExchangeHeaders()}; empty clears it. */
    public abstract Builder metadataExchangeHeaders(
        Optional<MetadataExchangeHeaders> metadataExchangeHeaders);

    /** See {@link ProxyHeaders#preserveHttp1HeaderCase()}. */
    public abstract Builder preserveHttp1HeaderCase(boolean preserveHttp1HeaderCase);

    /** See {@link ProxyHeaders#preserveHttp1HeaderCase()}; empty clears it. */
    public abstract Builder preserveHttp1HeaderCase(Optional<Boolean> preserveHttp1HeaderCase);

    /** See {@link ProxyHeaders#xForwardedHost()}. */
    public abstract Builder xForwardedHost(OptInHeader xForwardedHost);

    /** See {@link ProxyHeaders#xForwardedHost()}; empty clears it. */
    public abstract Builder xForwardedHost(Optional<OptInHeader> xForwardedHost);

    /** See {@link ProxyHeaders#xForwardedPort()}. */
    public abstract Builder xForwardedPort(OptInHeader xForwardedPort);

    /** See {@link ProxyHeaders#xForwardedPort()}; empty clears it. */
    public abstract Builder xForwardedPort(Optional<OptInHeader> xForwardedPort);

    /** Builds the value. */
    public abstract ProxyHeaders build();
  }
}
