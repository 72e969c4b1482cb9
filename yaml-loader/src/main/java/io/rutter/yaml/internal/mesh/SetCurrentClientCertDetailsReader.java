// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.SetCurrentClientCertDetails;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link SetCurrentClientCertDetails} (Istio: {@code
 * ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails}).
 */
public final class SetCurrentClientCertDetailsReader {
  private SetCurrentClientCertDetailsReader() {}

  /** Reads the fields of the object. */
  public static SetCurrentClientCertDetails read(ObjectNode in) {
    SetCurrentClientCertDetails.Builder setCurrentClientCertDetails =
        SetCurrentClientCertDetails.builder();
    in.boolValue("subject").ifPresent(setCurrentClientCertDetails::subject);
    in.boolValue("cert").ifPresent(setCurrentClientCertDetails::cert);
    in.boolValue("chain").ifPresent(setCurrentClientCertDetails::chain);
    in.boolValue("dns").ifPresent(setCurrentClientCertDetails::dns);
    in.boolValue("uri").ifPresent(setCurrentClientCertDetails::uri);
    return setCurrentClientCertDetails.build();
  }
}
