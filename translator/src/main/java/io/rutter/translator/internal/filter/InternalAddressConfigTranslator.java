// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.InternalAddressConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.translator.internal.proto.CidrRanges;
import java.util.Optional;

/**
 * Which clients count as internal: those in a CIDR range of the mesh's networks. Envoy document:
 * HTTP header sanitizing. Absent where no network has a range.
 */
final class InternalAddressConfigTranslator {
  private InternalAddressConfigTranslator() {}

  static Optional<InternalAddressConfig> translate(MeshNetworks networks) {
    ImmutableList<CidrRange> ranges =
        networks.networks().values().stream()
            .flatMap(network -> network.endpoints().stream())
            .flatMap(endpoints -> endpoints.source().stream())
            .filter(NetworkEndpointsSource.Cidr.class::isInstance)
            .map(NetworkEndpointsSource.Cidr.class::cast)
            .flatMap(cidr -> CidrRanges.parse(cidr.value()).stream())
            .sorted(CidrRanges.BY_ADDRESS)
            .collect(toImmutableList());
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(InternalAddressConfig.newBuilder().addAllCidrRanges(ranges).build());
  }
}
