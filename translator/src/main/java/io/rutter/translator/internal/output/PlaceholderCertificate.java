// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

/**
 * A self-signed certificate for {@code placeholder.rutter.invalid} and its key, used in a bootstrap
 * in place of real secrets. Valid from 2020 to 2099, so that a translation needs no clock. Its key
 * is public: never trust it.
 */
final class PlaceholderCertificate {
  /** The certificate chain, PEM. */
  static final String CHAIN =
      """
      -----BEGIN CERTIFICATE-----
      MIIBkzCCATqgAwIBAgIBATAKBggqhkjOPQQDAjAlMSMwIQYDVQQDDBpwbGFjZWhv
      bGRlci5ydXR0ZXIuaW52YWxpZDAgFw0yMDAxMDEwMDAwMDBaGA8yMDk5MTIzMTAw
      MDAwMFowJTEjMCEGA1UEAwwacGxhY2Vob2xkZXIucnV0dGVyLmludmFsaWQwWTAT
      BgcqhkjOPQIBBggqhkjOPQMBBwNCAASWS31pPzTD2ganoYC/I3pQfJJcrvuKbHkz
      S2WKhExRifyNDgKuIKtmoFTZLU8CYducQIkQAf7LB0yKUMjBB9s0o1kwVzAlBgNV
      HREEHjAcghpwbGFjZWhvbGRlci5ydXR0ZXIuaW52YWxpZDAPBgNVHRMBAf8EBTAD
      AQH/MB0GA1UdDgQWBBRRT3uY5EigMRBBdDUA7nz1vMKTWzAKBggqhkjOPQQDAgNH
      ADBEAiAcVQeGCIFPpWATOjq63cy4anBGqwKcOtSdHuYJqdTr/wIgYjX0iFQiOiKo
      dy4ZkObW2o0LPWOf52sVYXyvPRIyv5g=
      -----END CERTIFICATE-----
      """;

  /** The private key, PEM. */
  static final String KEY =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsE2dlGKc0clhH0t0
      Bp8piHkT1ps+pV0yP3DlAcEQW/yhRANCAASWS31pPzTD2ganoYC/I3pQfJJcrvuK
      bHkzS2WKhExRifyNDgKuIKtmoFTZLU8CYducQIkQAf7LB0yKUMjBB9s0
      -----END PRIVATE KEY-----
      """;

  private PlaceholderCertificate() {}
}
