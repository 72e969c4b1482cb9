// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

/** Names of service accounts in certificates. Istio document: Security, Secure naming. */
final class SpiffeNames {
  private SpiffeNames() {}

  /** The name of an account. */
  static String of(String trustDomain, String namespace, String account) {
    return "spiffe://" + trustDomain + "/ns/" + namespace + "/sa/" + account;
  }
}
