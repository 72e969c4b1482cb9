// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.UpstreamConnectionOptions;
import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.translator.internal.proto.Wrappers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@link TcpKeepalive} → {@link UpstreamConnectionOptions}. Each field of the rule takes precedence
 * over the mesh's; where neither sets it, the operating system's default applies. Times are
 * truncated to whole seconds. Keepalive is on as soon as the block is present, even without fields.
 */
final class TcpKeepaliveTranslator {
  private TcpKeepaliveTranslator() {}

  /** The options of a cluster; absent where neither the mesh nor the rule says anything. */
  static Optional<UpstreamConnectionOptions> translate(
      Optional<TcpKeepalive> mesh, Optional<TcpKeepalive> rule) {
    if (mesh.isEmpty() && rule.isEmpty()) {
      return Optional.empty();
    }
    io.envoyproxy.envoy.config.core.v3.TcpKeepalive.Builder builder =
        io.envoyproxy.envoy.config.core.v3.TcpKeepalive.newBuilder();
    rule.flatMap(TcpKeepaliveTranslator::probes)
        .or(() -> mesh.flatMap(TcpKeepaliveTranslator::probes))
        .map(Wrappers::uint32)
        .ifPresent(builder::setKeepaliveProbes);
    rule.flatMap(TcpKeepalive::time)
        .or(() -> mesh.flatMap(TcpKeepalive::time))
        .map(Duration::toSeconds)
        .map(Wrappers::uint32)
        .ifPresent(builder::setKeepaliveTime);
    rule.flatMap(TcpKeepalive::interval)
        .or(() -> mesh.flatMap(TcpKeepalive::interval))
        .map(Duration::toSeconds)
        .map(Wrappers::uint32)
        .ifPresent(builder::setKeepaliveInterval);
    return Optional.of(UpstreamConnectionOptions.newBuilder().setTcpKeepalive(builder).build());
  }

  private static Optional<Long> probes(TcpKeepalive keepalive) {
    OptionalLong probes = keepalive.probes();
    return probes.isPresent() && probes.getAsLong() > 0
        ? Optional.of(probes.getAsLong())
        : Optional.empty();
  }
}
