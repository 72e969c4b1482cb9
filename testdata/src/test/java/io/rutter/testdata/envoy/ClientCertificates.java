// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * Certificates of clients, signed by the certificate that a bootstrap has and trusts, with the same
 * key. Valid from 2020 to 2099.
 *
 * @param issuer the certificate of the bootstrap
 * @param key its private key
 */
record ClientCertificates(X509Certificate issuer, PrivateKey key) {
  private static final byte[] ECDSA_WITH_SHA256 =
      Der.sequence(Der.identifier(1, 2, 840, 10045, 4, 3, 2));
  private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.identifier(2, 5, 29, 17);
  private static final byte[] COMMON_NAME = Der.identifier(2, 5, 4, 3);
  private static final int OCTETS = 0x04;
  private static final int UTF8_TEXT = 0x0c;
  private static final int SET = 0x31;
  private static final int EARLY_TIME = 0x17;
  private static final int TIME = 0x18;
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;
  private static final int URI = 0x86;

  static ClientCertificates of(TlsCertificate own) throws GeneralSecurityException {
    String key = own.getPrivateKey().getInlineString().replaceAll("-----[A-Z ]+-----", "").strip();
    return new ClientCertificates(
        certificate(own.getCertificateChain().getInlineStringBytes().toByteArray()),
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key))));
  }

  /** Shows the certificate of the bootstrap itself. */
  KeyManager[] own() throws GeneralSecurityException, IOException {
    return keyManagers(issuer);
  }

  /** Shows a certificate with this URI as its only alternative name. */
  KeyManager[] named(String uri) throws GeneralSecurityException, IOException {
    byte[] name =
        Der.sequence(
            Der.tagged(SET, Der.sequence(COMMON_NAME, Der.text(UTF8_TEXT, "client of a test"))));
    byte[] extension =
        Der.sequence(
            SUBJECT_ALTERNATIVE_NAME, Der.tagged(OCTETS, Der.sequence(Der.text(URI, uri))));
    byte[] signed =
        Der.sequence(
            Der.tagged(VERSION, Der.small(2)),
            Der.small(7),
            ECDSA_WITH_SHA256,
            issuer.getSubjectX500Principal().getEncoded(),
            Der.sequence(Der.text(EARLY_TIME, "200101000000Z"), Der.text(TIME, "20991231000000Z")),
            name,
            issuer.getPublicKey().getEncoded(),
            Der.tagged(EXTENSIONS, Der.sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(signed);
    return keyManagers(
        certificate(Der.sequence(signed, ECDSA_WITH_SHA256, Der.bits(signature.sign()))));
  }

  private KeyManager[] keyManagers(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", key, new char[0], new X509Certificate[] {certificate});
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }
}
