// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.ImportedHosts;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Determines what an egress listener imports. Istio document: Sidecar.
 *
 * <ul>
 *   <li>A service must be visible to the namespace and covered by an imported host.
 *   <li>A listener with a port, unless it is an HTTP proxy or a Unix socket, imports only services
 *       with that port, and only that port of each.
 *   <li>If a host is in several namespaces, only one service is imported: the proxy's own, else the
 *       platform's, else the first.
 * </ul>
 */
final class EgressImports {
  /** Imports everything visible: the listener of proxies without Sidecar. */
  private static final EgressListener EVERYTHING = EgressListener.builder().hosts("*/*").build();

  private static final ImportedHosts ALL_HOSTS = ImportedHosts.of(EVERYTHING.hosts(), "");

  private EgressImports() {}

  /** The services that proxies of a namespace import without a listener. */
  static ServiceImports.Imported everything(ServiceImports services, String namespace) {
    return services.of(namespace, EVERYTHING.hosts(), ALL_HOSTS, matchedPort(EVERYTHING));
  }

  /** The scope of proxies without a listener, for what their namespace sees. */
  static EgressScope everything(
      ServiceImports.Imported services, ImmutableList<VirtualService> virtualServices) {
    return new EgressScope(Optional.empty(), ALL_HOSTS, services, virtualServices);
  }

  /** What a listener imports. */
  static EgressScope of(
      ServiceImports services,
      VirtualServiceIndex virtualServices,
      String namespace,
      EgressListener listener) {
    ImportedHosts imports = ImportedHosts.of(listener.hosts(), namespace);
    return new EgressScope(
        Optional.of(listener),
        imports,
        services.of(namespace, listener.hosts(), imports, matchedPort(listener)),
        virtualServices.forGateway(namespace, VirtualService.MESH_GATEWAY).stream()
            .filter(imports::importsVirtualService)
            .collect(toImmutableList()));
  }

  /** The port that services must have to be imported by a listener. */
  static OptionalInt matchedPort(EgressListener listener) {
    Optional<SidecarPort> port = listener.port();
    boolean takesAll =
        port.isEmpty()
            || port.get().number().orElse(0) == 0
            || port.get().protocol().equals(Optional.of(Protocol.HTTP_PROXY));
    return takesAll ? OptionalInt.empty() : port.get().number();
  }
}
