// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.javacontrolplane.ClientAdmission;
import io.rutter.javacontrolplane.XdsClient;
import java.util.Optional;

/**
 * An id must be one of Istio's: a bare {@code POD.NAMESPACE} would be given what the proxy of that
 * name has, if it is connected.
 *
 * <p>With mutual TLS a node must be of the namespace that its certificate names, as istiod demands
 * ({@code PILOT_ENABLE_XDS_IDENTITY_CHECK}), or the certificate must have the node's {@code
 * POD.NAMESPACE} as a DNS name. Without TLS whoever reaches the port may be any node.
 *
 * @param isRequired whether the port speaks TLS
 */
record NodeAdmission(boolean isRequired) implements ClientAdmission {
  @Override
  public Optional<String> refusal(XdsClient client) {
    Optional<String> ofId = NodeId.refusal(client.nodeId());
    if (ofId.isPresent()) {
      return ofId;
    }
    boolean isProven =
        Identity.of(client).isPresent() || client.certificateNames().contains(client.proxyId());
    return isRequired && !isProven
        ? Optional.of(
            "its certificate does not prove its namespace (expected: spiffe://TRUST-DOMAIN/ns/"
                + "NAMESPACE/sa/ACCOUNT)")
        : Optional.empty();
  }
}
