// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * A {@code credentialName} of a Gateway, Sidecar or DestinationRule → {@link SdsSecretConfig}. A
 * plain name is a secret in the namespace of the proxy ({@code kubernetes://name}); {@code
 * configmap://}, {@code kubernetes://} and {@code kubernetes-gateway://} are kept; {@code
 * builtin://} is the workload's own identity; {@code sds://} uses the SDS server behind the proxy's
 * own socket if it has one. Istio document: Secure Gateways.
 */
public final class CredentialSecrets {
  /** The suffix of the secret with the CA certificates that belong to a credential. */
  public static final String CA_SUFFIX = "-cacert";

  private static final String BUILTIN = "builtin://";
  private static final String INVALID = "invalid://";
  private static final String EXTERNAL = "sds://";

  /** Name of the cluster of the SDS server behind the proxy's own socket. */
  public static final String EXTERNAL_CLUSTER = "sds-external";

  private CredentialSecrets() {}

  /** The secret of that name. */
  public static SdsSecretConfig of(String name, Proxy proxy) {
    if (name.equals(BUILTIN)) {
      return SdsSecretConfigs.workload();
    }
    if (name.equals(BUILTIN + CA_SUFFIX)) {
      return SdsSecretConfigs.meshRoot();
    }
    if (name.startsWith(EXTERNAL)) {
      return hasCredentialSocket(proxy)
          ? SdsSecretConfigs.server(name, EXTERNAL_CLUSTER, "")
          : SdsSecretConfigs.controlPlane(resourceName(name.substring(EXTERNAL.length())));
    }
    return SdsSecretConfigs.controlPlane(resourceName(name));
  }

  /** Whether the name means an SDS server other than the control plane. */
  static boolean isExternal(String name) {
    return name.startsWith(EXTERNAL);
  }

  /** The name within an external server. */
  static String externalName(String name) {
    return name.substring(EXTERNAL.length());
  }

  /** Whether the proxy's metadata declares an SDS server on a socket beside it. */
  public static boolean hasCredentialSocket(Proxy proxy) {
    return ProxyMetadata.text(proxy, "credential").filter("true"::equals).isPresent();
  }

  private static String resourceName(String name) {
    if (name.startsWith(BUILTIN)) {
      return "default";
    }
    if (name.startsWith(INVALID)) {
      return INVALID;
    }
    boolean typed =
        name.startsWith("configmap://")
            || name.startsWith("kubernetes://")
            || name.startsWith("kubernetes-gateway://");
    return typed ? name : "kubernetes://" + name;
  }
}
