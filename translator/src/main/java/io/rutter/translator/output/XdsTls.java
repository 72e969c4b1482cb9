// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.auto.value.AutoValue;
import com.google.common.base.CharMatcher;
import java.util.Optional;

/**
 * TLS between an Envoy and its control plane: version 1.3, HTTP/2. All files are PEM, on Envoy's
 * host; Envoy reads them when it starts.
 */
@AutoValue
public abstract class XdsTls {
  XdsTls() {}

  /** The file of the authorities that the control plane's certificate must come from. */
  public abstract String authorities();

  /** The file of Envoy's own certificate. Absent: Envoy shows none. */
  public abstract Optional<String> certificate();

  /** The file of its key. Absent: Envoy shows no certificate. */
  public abstract Optional<String> key();

  /**
   * The DNS name or IP address that the control plane's certificate must have (SAN). Absent: the
   * host that Envoy connects to.
   */
  public abstract Optional<String> serverName();

  /**
   * TLS in which only the control plane shows a certificate.
   *
   * @param authorities the file of the authorities that it must come from
   * @throws IllegalArgumentException if that is no name of a file
   */
  public static XdsTls of(String authorities) {
    checkFile("authorities", authorities);
    return new AutoValue_XdsTls(authorities, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Mutual TLS: Envoy shows this certificate.
   *
   * @throws IllegalArgumentException if one is no name of a file
   */
  public final XdsTls withCertificate(String certificate, String key) {
    checkFile("certificate", certificate);
    checkFile("key", key);
    return new AutoValue_XdsTls(
        authorities(), Optional.of(certificate), Optional.of(key), serverName());
  }

  /**
   * The same with another name that the control plane's certificate must have.
   *
   * @param serverName a DNS name, which Envoy also sends in its handshake (SNI), or an IP address
   * @throws IllegalArgumentException if it is neither
   */
  public final XdsTls withServerName(String serverName) {
    XdsAddress.checkHost("serverName", serverName);
    return new AutoValue_XdsTls(authorities(), certificate(), key(), Optional.of(serverName));
  }

  private static void checkFile(String what, String path) {
    if (path.isEmpty() || CharMatcher.javaIsoControl().matchesAnyOf(path)) {
      throw new IllegalArgumentException(
          "%s: \"%s\" (expected: the name of a file)".formatted(what, path));
    }
  }
}
