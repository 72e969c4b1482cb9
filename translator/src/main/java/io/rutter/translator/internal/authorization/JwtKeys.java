// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import io.rutter.model.internal.jwk.JwkSet;
import io.rutter.model.internal.jwk.MalformedJwkException;
import io.rutter.model.security.JwtRule;
import java.util.Optional;

/** The keys that tokens of a rule are checked with. */
final class JwtKeys {
  /**
   * What istiod has in place of keys that it does not know: a key whose private half nobody has, so
   * that no token is good. Without keys, Envoy would refuse the listener.
   */
  static final String OF_NOBODY =
      """
      {
        "keys": [
          {
            "kty": "RSA",
            "e": "AQAB",
            "n": "%s"
          }
        ]
      }"""
          .formatted(
              "0xObjM0UvS_oaazjpEYlAbwctEJ4L8pH3OuTb7qth7gUwqet-EzQB4dgFdvSdMgrLnSncQGRjpEYz3F3viIb"
                  + "H-3EN3TxSlPNviHxeOdyiBVfumN8dMxbLvVJUpfNOnvmMxJcl-8NNjAwcOjk4otSALaYgYYyOPyvKtgV"
                  + "drQr-FoubWX4yrjxW-MJ2-7OBeepUUNOsVwGV23YX03sVkkyvY3otRflkBcY3_HKpBxJl9wk2GyOShN4"
                  + "_PNUF9-vwfnvOXMbCDX-w4PTef4geeb_GiT40YCKHTKMSPVanGRn5GExIWmki-mmqh94-mPTJyBR74Sh"
                  + "spL3BxPZitDL574T1w");

  private JwtKeys() {}

  /** A set that Envoy takes: the rule's own, or one that makes no token good. */
  static String of(JwtRule rule) {
    return rule.jwks().flatMap(JwtKeys::taken).orElse(OF_NOBODY);
  }

  private static Optional<String> taken(String jwks) {
    try {
      return JwkSet.parse(jwks).forEnvoy(jwks);
    } catch (MalformedJwkException notValidated) {
      return Optional.empty();
    }
  }
}
