// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.oneOf;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** RequestAuthentications, with keys, and at an address where nobody answers. */
final class RandomTokens {
  private static final String JWKS =
      "{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\","
          + " \"x\": \"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
          + " \"y\": \"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}]}";

  private RandomTokens() {}

  static Arbitrary<Map<String, Object>> requestAuthentication() {
    return mapping(
        sometimes(
            "selector",
            mapping(
                always(
                    "matchLabels",
                    mapping(always("app", Arbitraries.of("reviews", "client", "details")))))),
        always("jwtRules", rule().list().ofMaxSize(3)));
  }

  private static Arbitrary<Map<String, Object>> rule() {
    return RandomObject.both(
        mapping(
            always("issuer", Arbitraries.of("https://b.example.com", "a", "c")),
            sometimes("audiences", Arbitraries.of(List.of("one"), List.of("two", "one"))),
            rarely(
                "fromHeaders",
                mapping(
                        always("name", Arbitraries.of("x-token", "authorization")),
                        sometimes("prefix", Arbitraries.just("Token ")))
                    .list()
                    .ofSize(1)),
            rarely("fromParams", Arbitraries.just(List.of("token"))),
            rarely("fromCookies", Arbitraries.just(List.of("session"))),
            rarely("forwardOriginalToken", Arbitraries.of(true, false)),
            rarely("outputPayloadToHeader", Arbitraries.just("x-payload")),
            rarely("spaceDelimitedClaims", Arbitraries.of(List.of("roles"), List.of("scope")))),
        oneOf(
            always("jwks", Arbitraries.just(JWKS)),
            always("jwksUri", Arbitraries.just("http://127.0.0.1:1/keys"))));
  }
}
