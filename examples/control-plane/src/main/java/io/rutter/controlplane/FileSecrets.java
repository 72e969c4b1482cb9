// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.rutter.javacontrolplane.SecretSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The secrets that Envoy asks for by the names that Istio gives them. All are files, which Envoy
 * reads itself, so no secret goes over the wire:
 *
 * <ul>
 *   <li>{@code file-cert:CERTIFICATE~KEY} and {@code file-root:AUTHORITIES} name their files;
 *   <li>{@code kubernetes://NAME} is the folder {@code NAME} of the credentials, with {@code
 *       tls.crt} and {@code tls.key} as in a Kubernetes secret; {@code kubernetes://NAME-cacert} is
 *       its {@code ca.crt};
 *   <li>{@code default} and {@code ROOTCA}, the workload's identity in the mesh, are the folder
 *       {@code default}.
 * </ul>
 *
 * <p>A {@code NAME} is letters, digits, {@code -}, {@code .} and {@code _}, the first a letter or
 * digit, at most 253 of them: the names of Kubernetes, which cannot lead out of the folder. A file
 * is named without control characters and without {@code ..}. There is no secret of any other name.
 */
final class FileSecrets implements SecretSource {
  private static final String CA_SUFFIX = "-cacert";
  private static final String FILE_ROOT = "file-root:";
  private static final String FILE_CERT = "file-cert:";
  private static final String FOLDER = "kubernetes://";

  /** As many as Linux takes. */
  private static final int MOST_OF_PATH = 4_095;

  private static final int MOST_OF_NAME = 253;

  private static final CharMatcher ALPHANUMERIC =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher OF_NAME = ALPHANUMERIC.or(CharMatcher.anyOf("-._"));

  private final Path credentials;
  private final EventSink events;

  /**
   * The secrets of a folder.
   *
   * @param events is told of names that are none
   */
  FileSecrets(Path credentials, EventSink events) {
    this.credentials = credentials.toAbsolutePath();
    this.events = events;
  }

  @Override
  public Optional<Secret> named(String name) {
    Optional<Secret> secret = secret(name);
    if (secret.isEmpty()) {
      events.accept(
          Event.of(Event.Level.WARN, "secret-refused")
              .with("name", name)
              .with("expected", "kubernetes://NAME, file-cert:CERTIFICATE~KEY or file-root:FILE"));
    }
    return secret;
  }

  private Optional<Secret> secret(String name) {
    if (name.startsWith(FILE_ROOT)) {
      String file = name.substring(FILE_ROOT.length());
      return isFile(file) ? Optional.of(authorities(name, file)) : Optional.empty();
    }
    if (name.startsWith(FILE_CERT)) {
      return certificateFiles(name, name.substring(FILE_CERT.length()));
    }
    if (name.equals("ROOTCA")) {
      return Optional.of(authorities(name, file("default", "ca.crt")));
    }
    String folder = name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name;
    boolean isAuthorities = folder.endsWith(CA_SUFFIX);
    if (isAuthorities) {
      folder = folder.substring(0, folder.length() - CA_SUFFIX.length());
    }
    if (!isName(folder)) {
      return Optional.empty();
    }
    return Optional.of(
        isAuthorities
            ? authorities(name, file(folder, "ca.crt"))
            : certificate(name, file(folder, "tls.crt"), file(folder, "tls.key")));
  }

  private static Optional<Secret> certificateFiles(String name, String files) {
    int between = files.indexOf('~');
    if (between < 0) {
      return Optional.empty();
    }
    String chain = files.substring(0, between);
    String key = files.substring(between + 1);
    return isFile(chain) && isFile(key)
        ? Optional.of(certificate(name, chain, key))
        : Optional.empty();
  }

  private static boolean isName(String folder) {
    return !folder.isEmpty()
        && folder.length() <= MOST_OF_NAME
        && ALPHANUMERIC.matches(folder.charAt(0))
        && OF_NAME.matchesAllOf(folder);
  }

  private static boolean isFile(String path) {
    return !path.isEmpty()
        && path.length() <= MOST_OF_PATH
        && CharMatcher.javaIsoControl().matchesNoneOf(path)
        && Splitter.on('/').splitToStream(path).noneMatch(".."::equals);
  }

  private String file(String folder, String name) {
    return credentials.resolve(folder).resolve(name).toString();
  }

  private static Secret certificate(String name, String chain, String key) {
    return Secret.newBuilder()
        .setName(name)
        .setTlsCertificate(
            TlsCertificate.newBuilder().setCertificateChain(data(chain)).setPrivateKey(data(key)))
        .build();
  }

  private static Secret authorities(String name, String file) {
    return Secret.newBuilder()
        .setName(name)
        .setValidationContext(CertificateValidationContext.newBuilder().setTrustedCa(data(file)))
        .build();
  }

  private static DataSource data(String file) {
    return DataSource.newBuilder().setFilename(file).build();
  }
}
