// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.controlplane.cache.ConfigWatcher;
import io.envoyproxy.controlplane.cache.DeltaResponse;
import io.envoyproxy.controlplane.cache.DeltaWatch;
import io.envoyproxy.controlplane.cache.DeltaXdsRequest;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that Envoy asks for by the names that Istio gives them. All are files, which Envoy
 * reads itself, so no secret goes over the wire:
 *
 * <ul>
 *   <li>{@code file-cert:CERTIFICATE~KEY} and {@code file-root:AUTHORITIES} name their files;
 *   <li>{@code kubernetes://NAME} is the folder {@code NAME} of the credentials, with {@code
 *       tls.crt} and {@code tls.key} as in a Kubernetes secret; {@code kubernetes://NAME-cacert} is
 *       its {@code ca.crt};
 *   <li>{@code default} and {@code ROOTCA}, the workload's identity in the mesh, are the folder
 *       {@code default}.
 * </ul>
 *
 * <p>As a {@link ConfigWatcher} it is what istio-agent is for Istio's proxies: the cluster {@code
 * sds-grpc}.
 */
final class FileSecrets implements ConfigWatcher {
  private static final String CA_SUFFIX = "-cacert";

  private final Path credentials;

  FileSecrets(Path credentials) {
    this.credentials = credentials.toAbsolutePath();
  }

  /** The secrets of these names. */
  ImmutableList<Secret> named(Collection<String> names) {
    return names.stream().map(this::named).collect(toImmutableList());
  }

  private Secret named(String name) {
    if (name.startsWith("file-root:")) {
      return authorities(name, name.substring("file-root:".length()));
    }
    if (name.startsWith("file-cert:")) {
      String[] files = name.substring("file-cert:".length()).split("~", 2);
      return certificate(name, files[0], files[files.length - 1]);
    }
    if (name.equals("ROOTCA")) {
      return authorities(name, file("default", "ca.crt"));
    }
    String folder = name.replaceFirst("^kubernetes://", "");
    return folder.endsWith(CA_SUFFIX)
        ? authorities(
            name, file(folder.substring(0, folder.length() - CA_SUFFIX.length()), "ca.crt"))
        : certificate(name, file(folder, "tls.crt"), file(folder, "tls.key"));
  }

  private String file(String folder, String name) {
    return credentials.resolve(folder).resolve(name).toString();
  }

  private static Secret certificate(String name, String chain, String key) {
    return Secret.newBuilder()
        .setName(name)
        .setTlsCertificate(
            TlsCertificate.newBuilder().setCertificateChain(data(chain)).setPrivateKey(data(key)))
        .build();
  }

  private static Secret authorities(String name, String file) {
    return Secret.newBuilder()
        .setName(name)
        .setValidationContext(CertificateValidationContext.newBuilder().setTrustedCa(data(file)))
        .build();
  }

  private static DataSource data(String file) {
    return DataSource.newBuilder().setFilename(file).build();
  }

  @Override
  public Watch createWatch(
      boolean ads,
      XdsRequest request,
      Set<String> knownResourceNames,
      Consumer<Response> responseConsumer,
      boolean hasClusterChanged,
      boolean allowDefaultEmptyEdsUpdate) {
    Watch watch = new Watch(ads, false, request, responseConsumer);
    if (!knownResourceNames.containsAll(request.getResourceNamesList())) {
      responseConsumer.accept(Response.create(request, named(request.getResourceNamesList()), "1"));
    }
    return watch;
  }

  @Override
  public DeltaWatch createDeltaWatch(
      DeltaXdsRequest request,
      String requesterVersion,
      Map<String, String> resourceVersions,
      Set<String> pendingResources,
      boolean isWildcard,
      @Nullable Consumer<DeltaResponse> responseConsumer,
      boolean hasClusterChanged) {
    throw new UnsupportedOperationException("delta (expected: state of the world)");
  }
}
