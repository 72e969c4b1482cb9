// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.sidecar;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.AddressRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.sidecar.CaptureMode;
import io.rutter.model.sidecar.EgressListener;
import java.util.HashSet;
import java.util.Set;

/** Checks the {@link EgressListener}s of a Sidecar. */
final class EgressListenersValidator {
  private EgressListenersValidator() {}

  static void validate(ImmutableList<EgressListener> listeners, Findings at) {
    Set<Integer> ports = new HashSet<>();
    Set<String> sockets = new HashSet<>();
    for (int i = 0; i < listeners.size(); i++) {
      EgressListener listener = listeners.get(i);
      Findings here = at.at(i);
      if (listener.port().isEmpty()) {
        if (i < listeners.size() - 1) {
          here.conflicting("a listener without port (expected: only as the last one)");
        }
      } else {
        IngressListenerValidator.PortRules.check(listener.port().get(), here.at("port"));
        checkPort(listener, ports, sockets, here);
      }
      checkHosts(listener.hosts(), here.at("hosts"));
    }
  }

  private static void checkPort(
      EgressListener listener, Set<Integer> ports, Set<String> sockets, Findings at) {
    int number = listener.port().flatMap(p -> p.number().stream().boxed().findAny()).orElse(0);
    String bind = listener.bind().orElse("");
    if (number == 0) {
      if (!AddressRules.isUnix(bind)) {
        at.missing("port 0 (expected: a Unix socket as bind)");
      } else {
        AddressRules.checkUnix(bind, at.at("bind"));
        if (!sockets.add(bind)) {
          at.at("bind").conflicting("bind: \"" + bind + "\" (expected: once)");
        }
      }
      if (listener.captureMode() == CaptureMode.IPTABLES) {
        at.at("captureMode").invalid("captureMode: IPTABLES (expected: NONE with a Unix socket)");
      }
      return;
    }
    ValueRules.checkPort(number, at.at("port").at("number"));
    if (!ports.add(number)) {
      at.at("port").conflicting("port: " + number + " (expected: once among egress)");
    }
    if (!bind.isEmpty() && !NameRules.isIp(bind)) {
      at.at("bind").invalid("bind: \"" + bind + "\" (expected: an IP address)");
    }
  }

  private static void checkHosts(ImmutableList<String> hosts, Findings at) {
    if (hosts.isEmpty()) {
      at.missing("no hosts (expected: at least one, namespace/host)");
    }
    for (int i = 0; i < hosts.size(); i++) {
      checkHost(hosts.get(i), at.at(i));
    }
    RepeatedEgressHosts.check(hosts, at);
  }

  private static void checkHost(String entry, Findings at) {
    int slash = entry.indexOf('/');
    if (slash < 1 || slash != entry.lastIndexOf('/') || slash == entry.length() - 1) {
      at.invalid("host: \"" + entry + "\" (expected: namespace/host)");
      return;
    }
    String namespace = entry.substring(0, slash);
    String plain = namespace.startsWith("~") ? namespace.substring(1) : namespace;
    if (!plain.isEmpty() && !plain.equals("*") && !plain.equals(".") && !NameRules.isLabel(plain)) {
      at.invalid("namespace: \"" + namespace + "\" (expected: a name, \".\" or \"*\")");
    }
    String host = entry.substring(slash + 1);
    if (!host.equals("*") && !host.contains(".")) {
      at.invalid("host: \"" + host + "\" (expected: * or a full name)");
    } else if (NameRules.isPartialWildcard(host)) {
      at.invalid("host: \"" + host + "\" (expected: a wildcard for a whole label, *.example.com)");
    } else if (!host.equals("*") && !NameRules.isWildcardDomain(host)) {
      at.invalid("host: \"" + host + "\" (expected: a domain name)");
    }
  }
}
