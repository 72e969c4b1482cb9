// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.both;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The {@code tls} of gateway servers that end TLS. */
final class RandomServerTls {
  private static final String HASH = "NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A=";
  private static final String HEX =
      "df6ff72fe9116521268f6f2dd4966f51df479883fe7037b39f75916ac3049d1a";

  private RandomServerTls() {}

  static Arbitrary<Map<String, Object>> terminated() {
    Arbitrary<Map<String, Object>> details =
        mapping(
            rarely("minProtocolVersion", Arbitraries.of("TLSV1_2", "TLSV1_3")),
            rarely("maxProtocolVersion", Arbitraries.of("TLSV1_3")),
            rarely(
                "cipherSuites",
                Arbitraries.of(
                    List.of("ECDHE-RSA-AES128-GCM-SHA256"),
                    List.of("ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-AES128-GCM-SHA256"))),
            rarely("ecdhCurves", Arbitraries.of(List.of("X25519"), List.of("P-256", "X25519"))),
            rarely("subjectAltNames", Arbitraries.of(List.of("client.example.com"), List.of("x"))));
    return Arbitraries.oneOf(
        both(withCredential(), details),
        both(
            mapping(
                always("mode", Arbitraries.of("SIMPLE")),
                always(
                    "tlsCertificates",
                    Arbitraries.just(
                        List.of(
                            Map.of("serverCertificate", "/etc/r.pem", "privateKey", "/etc/rk.pem"),
                            Map.of(
                                "serverCertificate", "/etc/e.pem", "privateKey", "/etc/ek.pem"))))),
            details),
        both(
            mapping(
                always("mode", Arbitraries.just("SIMPLE")),
                always("serverCertificate", Arbitraries.just("/etc/cert.pem")),
                always("privateKey", Arbitraries.just("/etc/key.pem"))),
            details),
        both(
            mapping(
                always("mode", Arbitraries.of("MUTUAL", "OPTIONAL_MUTUAL")),
                always("serverCertificate", Arbitraries.just("/etc/cert.pem")),
                always("privateKey", Arbitraries.just("/etc/key.pem")),
                always("caCertificates", Arbitraries.just("/etc/ca.pem")),
                rarely("caCrl", Arbitraries.just("/etc/crl.pem")),
                rarely("insecureSkipVerify", Arbitraries.just(true))),
            details),
        mapping(always("mode", Arbitraries.just("ISTIO_MUTUAL"))));
  }

  private static Arbitrary<Map<String, Object>> withCredential() {
    return both(
        mapping(
            always("mode", Arbitraries.of("SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL")),
            rarely("caCertCredentialName", Arbitraries.of("ca")),
            rarely("insecureSkipVerify", Arbitraries.of(true, false)),
            rarely("verifyCertificateSpki", Arbitraries.just(List.of(HASH))),
            rarely("verifyCertificateHash", Arbitraries.just(List.of(HEX)))),
        Arbitraries.oneOf(
            mapping(
                always(
                    "credentialName",
                    Arbitraries.of("cert-a", "cert-b", "kubernetes://c", "sds://d"))),
            mapping(
                always(
                    "credentialNames", Arbitraries.of(List.of("rsa", "ecdsa"), List.of("one"))))));
  }
}
