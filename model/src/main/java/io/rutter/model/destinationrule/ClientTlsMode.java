// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/** Whether and how a client uses TLS. Istio reference: ClientTLSSettings.TLSmode. */
public enum ClientTlsMode {
  /** Plain text. */
  DISABLE,
  /** TLS without a client certificate. */
  SIMPLE,
  /** TLS with a client certificate from files or a secret. */
  MUTUAL,
  /** TLS with the workload's own mesh certificate; all other certificate fields must be empty. */
  ISTIO_MUTUAL
}
