// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What the port speaks mutual TLS with: the files of its certificate and key, and of the
 * authorities that the certificates of Envoys must come from. Files that change are read again;
 * connections that there are stay.
 */
public final class TlsFiles {
  /** Envoy offers no signature of P-521. */
  private static final int MOST_BITS_OF_CURVE = 384;

  private final Path certificate;
  private final Path key;
  private final Path authorities;
  private final AdvancedTlsX509KeyManager keys;
  private final AdvancedTlsX509TrustManager trust;
  private List<String> seen;

  private TlsFiles(
      Path certificate,
      Path key,
      Path authorities,
      AdvancedTlsX509KeyManager keys,
      AdvancedTlsX509TrustManager trust,
      List<String> seen) {
    this.certificate = certificate;
    this.key = key;
    this.authorities = authorities;
    this.keys = keys;
    this.trust = trust;
    this.seen = seen;
  }

  /**
   * Reads the files.
   *
   * @param certificate the chain, PEM, its own certificate first
   * @param key its private key, PEM, PKCS #8, not encrypted
   * @param authorities certificates, PEM
   * @throws OperatingException if one is not what it should be
   */
  public static TlsFiles of(Path certificate, Path key, Path authorities)
      throws OperatingException {
    try {
      TlsFiles files =
          new TlsFiles(
              certificate,
              key,
              authorities,
              new AdvancedTlsX509KeyManager(),
              // Clients have no host name that could be verified.
              AdvancedTlsX509TrustManager.newBuilder()
                  .setVerification(Verification.CERTIFICATE_ONLY_VERIFICATION)
                  .build(),
              marks(certificate, key, authorities));
      files.read();
      return files;
    } catch (CertificateException e) {
      throw new OperatingException("TLS cannot be used: " + e.getMessage());
    }
  }

  /** What a server is made with: clients must show a certificate. */
  ServerCredentials credentials() {
    return TlsServerCredentials.newBuilder()
        .keyManager(keys)
        .trustManager(new ClientTrust(trust))
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  /** Reads the files again if one has changed. What is not right changes nothing, and is told. */
  void refresh(EventSink events) {
    List<String> now = marks(certificate, key, authorities);
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      read();
      events.accept(Event.of(Event.Level.INFO, "certificate-read").with("file", certificate));
    } catch (OperatingException e) {
      events.accept(
          Event.of(Event.Level.ERROR, "certificate-refused")
              .with("reason", String.valueOf(e.getMessage()) + ": the last one stays"));
    }
  }

  private void read() throws OperatingException {
    X509Certificate[] chain = certificates(certificate);
    PrivateKey privateKey = privateKey(key);
    if (!belongTogether(privateKey, chain[0].getPublicKey())) {
      throw new OperatingException("key " + key + " is not the key of " + certificate);
    }
    if (chain[0].getPublicKey() instanceof ECKey ec && bits(ec) > MOST_BITS_OF_CURVE) {
      throw new OperatingException(
          "certificate %s has a key on a curve of %d bits, which Envoy refuses (expected: P-256 or P-384, or RSA)"
              .formatted(certificate, bits(ec)));
    }
    X509Certificate[] roots = certificates(authorities);
    try {
      trust.updateTrustCredentials(roots);
    } catch (IOException | GeneralSecurityException e) {
      throw new OperatingException("authorities " + authorities + " cannot be used: " + e);
    }
    keys.updateIdentityCredentials(privateKey, chain);
  }

  private static int bits(ECKey key) {
    return key.getParams().getCurve().getField().getFieldSize();
  }

  private static X509Certificate[] certificates(Path file) throws OperatingException {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate[] result = CertificateUtils.getX509Certificates(in);
      if (result.length > 0) {
        return result;
      }
    } catch (IOException e) {
      throw new OperatingException("certificate " + file + " " + OperatingException.reason(e));
    } catch (CertificateException e) {
      // Said below.
    }
    throw new OperatingException("certificate " + file + " is none (expected: X.509, PEM)");
  }

  private static PrivateKey privateKey(Path file) throws OperatingException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateUtils.getPrivateKey(in);
    } catch (IOException e) {
      throw new OperatingException("key " + file + " " + OperatingException.reason(e));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new OperatingException(
          "key " + file + " is none (expected: PKCS #8, PEM, not encrypted, RSA or EC)");
    }
  }

  /** What the one signs the other verifies. While files are exchanged they may not fit. */
  private static boolean belongTogether(PrivateKey privateKey, PublicKey publicKey) {
    if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
      return false;
    }
    byte[] text = {1, 2, 3};
    try {
      Signature signature =
          Signature.getInstance(
              privateKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(privateKey);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** What changes when a file does. */
  private static List<String> marks(Path... files) {
    List<String> result = new ArrayList<>();
    for (Path file : files) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        result.add(now.size() + " " + now.lastModifiedTime() + " " + now.fileKey());
      } catch (IOException e) {
        result.add("away");
      }
    }
    return result;
  }
}
