// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.Sidecar;
import java.util.Optional;

/**
 * What a proxy sees of the mesh.
 *
 * @param sidecar the Sidecar resource behind it
 * @param egress the egress listeners, those with a port first as written
 * @param services all services of all egress listeners, without repeats
 * @param outboundPolicy what happens to traffic for unknown destinations
 */
public record SidecarScope(
    Optional<Sidecar> sidecar,
    ImmutableList<EgressScope> egress,
    ImmutableList<Service> services,
    OutboundPolicy outboundPolicy) {

  /** Works out what a proxy sees. */
  public static SidecarScope of(MeshIndex mesh, io.rutter.model.proxy.Proxy proxy) {
    throw new UnsupportedOperationException();
  }

  /** The service of that host, if the proxy sees it. */
  public Optional<Service> service(String hostname) {
    throw new UnsupportedOperationException();
  }
}
