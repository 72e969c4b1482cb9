// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.net.InetAddresses;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.Partition;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.translator.internal.proto.MessageWalk;
import java.util.List;
import java.util.Optional;

/**
 * What policies say of connections beside who makes them.
 *
 * @param ports the ports that they name
 * @param addresses an address of each block that they name
 * @param serverNames server names that they tell apart; empty if they name none
 */
record PolicyPlaces(
    ImmutableSet<Integer> ports, ImmutableSet<String> addresses, ImmutableSet<String> serverNames) {

  static PolicyPlaces of(List<ChainKey> chains) {
    ImmutableSet.Builder<Integer> ports = ImmutableSet.builder();
    ImmutableSet.Builder<String> addresses = ImmutableSet.builder();
    ImmutableSet.Builder<TextTest> names = ImmutableSet.builder();
    for (ChainKey chain : chains) {
      for (Message filter : Iterables.concat(chain.requests(), chain.filters())) {
        MessageWalk.visit(
            filter,
            message -> {
              if (message instanceof Permission permission) {
                add(permission, ports, addresses, names);
              }
            });
      }
    }
    ImmutableSet<TextTest> tests = names.build();
    return new PolicyPlaces(
        ports.build(),
        addresses.build(),
        tests.isEmpty()
            ? ImmutableSet.of()
            : Partition.of(new Dimension(Dimension.Kind.PEER, ""), tests).values().stream()
                .flatMap(Optional::stream)
                .collect(toImmutableSet()));
  }

  private static void add(
      Permission permission,
      ImmutableSet.Builder<Integer> ports,
      ImmutableSet.Builder<String> addresses,
      ImmutableSet.Builder<TextTest> names) {
    switch (permission.getRuleCase()) {
      case DESTINATION_PORT -> ports.add(permission.getDestinationPort());
      case DESTINATION_PORT_RANGE ->
          ports.add(
              permission.getDestinationPortRange().getStart(),
              permission.getDestinationPortRange().getEnd() - 1);
      case DESTINATION_IP -> {
        String address = permission.getDestinationIp().getAddressPrefix();
        if (InetAddresses.isInetAddress(address)) {
          addresses.add(address);
        }
      }
      case REQUESTED_SERVER_NAME ->
          TextTest.of(permission.getRequestedServerName()).ifPresent(names::add);
      default -> {}
    }
  }
}
