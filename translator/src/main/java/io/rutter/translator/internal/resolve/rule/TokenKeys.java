// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

/** The keys that the signatures of tokens are checked with. */
public sealed interface TokenKeys {
  /**
   * Keys that are known.
   *
   * @param jwks a JWK set, as it was written
   */
  record Known(String jwks) implements TokenKeys {}

  /**
   * Keys that Envoy fetches itself.
   *
   * @param uri where they are
   * @param cluster the cluster that it asks
   */
  record Remote(String uri, String cluster) implements TokenKeys {}

  /**
   * Keys that nobody knows. A public key takes their place whose private half nobody has, so that
   * no token is good: it is istiod's.
   */
  Known NOBODYS =
      new Known(
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
                      + "spL3BxPZitDL574T1w"));
}
