// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.MeshCaCertificate;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link MeshCaCertificate} (Istio: {@code MeshConfig.CertificateData}). */
public final class MeshCaCertificateReader {
  private MeshCaCertificateReader() {}

  /** Reads the fields of the object. */
  public static MeshCaCertificate read(ObjectNode in) {
    MeshCaCertificate.Builder meshCaCertificate = MeshCaCertificate.builder();
    meshCaCertificate.trustDomains(in.strings("trustDomains"));
    in.ignore(
        "certificate contents reach proxies as secrets, not in these resources",
        "pem",
        "spiffeBundleUrl",
        "certSigners");
    return meshCaCertificate.build();
  }
}
