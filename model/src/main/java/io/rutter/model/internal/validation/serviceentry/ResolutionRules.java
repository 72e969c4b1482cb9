// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.serviceentry.Location;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.model.serviceentry.WorkloadEntry;

/** Checks which fields go with which {@link Resolution}. */
final class ResolutionRules {
  private static final String WAYPOINT = "istio.io/use-waypoint";

  private ResolutionRules() {}

  static void check(ServiceEntry entry, Findings at) {
    switch (entry.resolution()) {
      case NONE -> {
        if (!entry.endpoints().isEmpty()) {
          at.at("endpoints").conflicting("endpoints with resolution NONE (expected: none)");
        }
      }
      case STATIC -> checkStatic(entry, at.at("endpoints"));
      case DNS, DNS_ROUND_ROBIN -> checkDns(entry, at);
      case DYNAMIC_DNS -> checkDynamicDns(entry, at);
    }
  }

  private static void checkStatic(ServiceEntry entry, Findings at) {
    ImmutableSet<String> portNames = portNames(entry);
    for (int i = 0; i < entry.endpoints().size(); i++) {
      WorkloadEntry endpoint = entry.endpoints().get(i);
      Findings here = at.at(i);
      String address = endpoint.address().orElse("");
      if (AddressRules.isUnix(address)) {
        AddressRules.checkUnix(address, here.at("address"));
        if (entry.ports().size() != 1 || !endpoint.ports().isEmpty()) {
          here.conflicting("a Unix socket (expected: one port of the service, none of its own)");
        }
      } else {
        if (!NameRules.isIp(address) && (!address.isEmpty() || endpoint.network().isEmpty())) {
          here.at("address")
              .invalid("address: \"" + address + "\" (expected: an IP address or a Unix socket)");
        }
      }
      checkEndpoint(portNames, endpoint, here);
    }
  }

  private static void checkDns(ServiceEntry entry, Findings at) {
    if (entry.endpoints().isEmpty()) {
      for (int i = 0; i < entry.hosts().size(); i++) {
        if (!NameRules.isFqdn(entry.hosts().get(i))) {
          at.at("hosts")
              .at(i)
              .invalid(
                  "host: \""
                      + entry.hosts().get(i)
                      + "\" (expected: a name that can be resolved, or endpoints)");
        }
      }
    }
    if (entry.resolution() == Resolution.DNS_ROUND_ROBIN && entry.endpoints().size() > 1) {
      at.at("endpoints").invalid("several endpoints with DNS_ROUND_ROBIN (expected: at most one)");
    }
    ImmutableSet<String> portNames = portNames(entry);
    for (int i = 0; i < entry.endpoints().size(); i++) {
      WorkloadEntry endpoint = entry.endpoints().get(i);
      Findings here = at.at("endpoints").at(i);
      String address = endpoint.address().orElse("");
      if (!NameRules.isFqdn(address) && !NameRules.isIp(address)) {
        here.at("address")
            .invalid("address: \"" + address + "\" (expected: a name or an IP address)");
      }
      checkEndpoint(portNames, endpoint, here);
    }
  }

  private static ImmutableSet<String> portNames(ServiceEntry entry) {
    return entry.ports().stream().map(ServiceEntryPort::name).collect(toImmutableSet());
  }

  private static void checkEndpoint(
      ImmutableSet<String> names, WorkloadEntry endpoint, Findings at) {
    endpoint
        .ports()
        .forEach(
            (name, port) -> {
              if (!names.contains(name)) {
                at.at("ports")
                    .entry(name)
                    .invalid("port name: \"" + name + "\" (expected: one of the service's)");
              }
              ValueRules.checkPort(port, at.at("ports").entry(name));
            });
    ValueRules.checkLabels(endpoint.labels(), at.at("labels"));
  }

  private static void checkDynamicDns(ServiceEntry entry, Findings at) {
    for (int i = 0; i < entry.hosts().size(); i++) {
      if (!entry.hosts().get(i).startsWith("*")) {
        at.at("hosts")
            .at(i)
            .invalid(
                "host: \"" + entry.hosts().get(i) + "\" (expected: a wildcard with DYNAMIC_DNS)");
      }
    }
    String waypoint = entry.metadata().labels().getOrDefault(WAYPOINT, "");
    if (entry.location() == Location.MESH_INTERNAL
        && !waypoint.isEmpty()
        && !Ascii.equalsIgnoreCase(waypoint, "none")) {
      at.at("location").conflicting("MESH_INTERNAL with a waypoint (expected: MESH_EXTERNAL)");
    }
    if (!entry.addresses().isEmpty()) {
      at.at("addresses").conflicting("addresses with DYNAMIC_DNS (expected: none)");
    }
    if (!entry.endpoints().isEmpty()) {
      at.at("endpoints").conflicting("endpoints with DYNAMIC_DNS (expected: none)");
    }
    for (int i = 0; i < entry.ports().size(); i++) {
      switch (entry.ports().get(i).protocol().orElse(Protocol.UNSUPPORTED)) {
        case HTTP, HTTP2, GRPC, TLS -> {}
        default ->
            at.at("ports")
                .at(i)
                .at("protocol")
                .invalid("protocol (expected: HTTP, HTTP2, GRPC or TLS with DYNAMIC_DNS)");
      }
    }
  }
}
