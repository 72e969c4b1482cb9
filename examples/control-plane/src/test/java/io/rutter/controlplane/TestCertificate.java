// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that a host signed for itself, made by the JDK's keytool.
 *
 * @param host whom it is for
 * @param store the certificate and its key
 */
public record TestCertificate(String host, KeyStore store) {
  private static final String ALIAS = "own";
  private static final String PASSWORD = "changeit";

  /** One whose key is on the curve P-256, whatever the JDK's keytool likes best. */
  public static TestCertificate of(String host, Path folder)
      throws GeneralSecurityException, IOException, InterruptedException {
    return of(host, folder, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /** One that names a URI, such as a SPIFFE identity, and a host. */
  public static TestCertificate ofUri(String uri, String host, Path folder)
      throws GeneralSecurityException, IOException, InterruptedException {
    return make(
        host, "uri:" + uri + ",dns:" + host, folder, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /** One with a key as the options of keytool say. */
  public static TestCertificate of(String host, Path folder, String... keyOptions)
      throws GeneralSecurityException, IOException, InterruptedException {
    return make(host, "dns:" + host, folder, keyOptions);
  }

  private static TestCertificate make(String host, String names, Path folder, String... keyOptions)
      throws GeneralSecurityException, IOException, InterruptedException {
    Path file = folder.resolve(host + ".p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=" + host));
    command.addAll(List.of("-ext", "san=" + names, "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", file.toString()));
    command.addAll(List.of(keyOptions));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new TestCertificate(host, store);
  }

  /** Writes {@code tls.crt} and {@code tls.key}, as a Kubernetes secret has them. */
  public void writeTo(Path folder) throws GeneralSecurityException, IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("tls.crt"), pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
    Files.writeString(
        folder.resolve("tls.key"),
        pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(type, Base64.getMimeEncoder().encodeToString(content));
  }

  /** What a server with this certificate speaks TLS with. */
  SSLContext server() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** What a client speaks TLS with that takes this certificate and no other. */
  public SSLContext client() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
