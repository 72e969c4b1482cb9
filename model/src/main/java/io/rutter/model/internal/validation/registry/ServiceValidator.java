// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.ExportToRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Checks a {@link Service}. Kubernetes document: Service. */
public final class ServiceValidator {
  private ServiceValidator() {}

  /** Checks the service that starts here. */
  public static void validate(Service service, Findings at) {
    checkHostname(service, at.at("hostname"));
    checkPorts(service.ports(), at.at("ports"));
    checkEach(
        service.addresses(),
        ServiceValidator::isAddress,
        "an IP address or a CIDR",
        at.at("addresses"));
    checkEach(
        service.autoAllocatedAddresses(),
        AddressRules::isConnectable,
        "an IP address",
        at.at("autoAllocatedAddresses"));
    checkEach(
        service.externalAddresses(),
        address -> AddressRules.isConnectable(address) || NameRules.isFqdn(address),
        "an IP address or a name",
        at.at("externalAddresses"));
    checkEach(
        service.subjectAltNames(), name -> !name.isEmpty(), "a name", at.at("subjectAltNames"));
    checkEach(
        service.serviceAccounts(), name -> !name.isEmpty(), "a name", at.at("serviceAccounts"));
    checkAlias(service, at.at("aliasOf"));
    checkNodePorts(service, at.at("nodePorts"));
    service
        .exportTo()
        .ifPresent(to -> ExportToRules.checkOfService(to.asList(), at.at("exportTo")));
    ValueRules.warnOfLabels(service.selector(), at.at("selector"));
  }

  private static void checkHostname(Service service, Findings at) {
    String hostname = service.hostname();
    if (hostname.isEmpty()) {
      at.missing("no host (expected: the name by which clients reach the service)");
    } else if (service.registry() == ServiceRegistry.KUBERNETES && hostname.startsWith("*")) {
      // Its short names would be those of all services.
      at.invalid("host: \"" + hostname + "\" (expected: no wildcard in a service of a platform)");
    } else {
      NameRules.checkHost(hostname, at);
    }
  }

  private static void checkPorts(ImmutableList<ServicePort> ports, Findings at) {
    Set<String> names = new HashSet<>();
    Set<Integer> streams = new HashSet<>();
    Set<Integer> datagrams = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      Findings here = at.at(i);
      ValueRules.checkPort(port.number(), here.at("number"));
      if (!(port.protocol() == Protocol.UDP ? datagrams : streams).add(port.number())) {
        here.at("number").conflicting("port: " + port.number() + " (expected: once)");
      }
      if (port.name().isEmpty() && ports.size() > 1) {
        here.at("name").missing("no name (expected: one, since there are several ports)");
      } else if (!names.add(port.name())) {
        here.at("name").conflicting("port name: \"" + port.name() + "\" (expected: once)");
      }
      port.targetPort().ifPresent(target -> checkTarget(target, here.at("targetPort")));
    }
  }

  private static void checkTarget(TargetPort target, Findings at) {
    // 0 is how Kubernetes writes that the port is the same.
    if (target instanceof TargetPort.Fixed fixed && fixed.value() != 0) {
      ValueRules.checkPort(fixed.value(), at);
    }
    if (target instanceof TargetPort.Named named && named.value().isEmpty()) {
      at.missing("no name (expected: the name of a container's port)");
    }
  }

  private static boolean isAddress(String address) {
    return address.indexOf('%') < 0 && NameRules.isSubnet(address);
  }

  private static void checkAlias(Service service, Findings at) {
    boolean alias = service.resolution() == ServiceResolution.ALIAS;
    if (alias && service.aliasOf().isEmpty()) {
      at.missing("no host (expected: the host that this alias stands for)");
    }
    service.aliasOf().ifPresent(host -> NameRules.checkHost(host, at));
    if (service.aliasOf().filter(service.hostname()::equals).isPresent()) {
      at.invalid(
          "host: \""
              + service.hostname()
              + "\" (expected: another host than that of the service itself)");
    }
  }

  private static void checkNodePorts(Service service, Findings at) {
    service
        .nodePorts()
        .forEach(
            (port, nodePort) -> {
              ValueRules.checkPort(port, at.entry(String.valueOf(port)));
              if (nodePort != 0) {
                ValueRules.checkPort(nodePort, at.entry(String.valueOf(port)));
              }
            });
  }

  private static void checkEach(
      ImmutableList<String> values, Predicate<String> rule, String expected, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      if (!rule.test(values.get(i))) {
        at.at(i).invalid("\"" + values.get(i) + "\" (expected: " + expected + ")");
      }
    }
  }
}
