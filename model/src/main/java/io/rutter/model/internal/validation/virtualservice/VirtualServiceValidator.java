// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.ExportToRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HostOverlap;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Optional;

/** Checks a {@link VirtualService}. Istio reference: Virtual Service. */
public final class VirtualServiceValidator {
  private VirtualServiceValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(VirtualService virtualService, Findings at) {
    boolean delegate = virtualService.hosts().isEmpty();
    boolean forMesh = GatewayNameRules.appliesToMesh(virtualService);
    if (virtualService.http().isEmpty()
        && virtualService.tls().isEmpty()
        && virtualService.tcp().isEmpty()) {
      at.missing("no routes (expected: at least one in http, tls or tcp)");
    }
    if (delegate) {
      validateDelegate(virtualService, at);
    }
    HostOverlap hosts = validateHosts(virtualService, forMesh, at.at("hosts"));
    GatewayNameRules.check(virtualService.gateways(), at.at("gateways"));
    ExportToRules.check(virtualService.exportTo(), at.at("exportTo"));
    ImmutableList<HttpRoute> http = virtualService.http();
    for (int i = 0; i < http.size(); i++) {
      HttpRouteValidator.validate(http.get(i), delegate, forMesh, at.at("http").at(i));
    }
    for (int i = 0; i < virtualService.tls().size(); i++) {
      TlsRouteValidator.validate(
          virtualService.tls().get(i), virtualService, hosts, at.at("tls").at(i));
    }
    for (int i = 0; i < virtualService.tcp().size(); i++) {
      TcpRouteValidator.validate(virtualService.tcp().get(i), at.at("tcp").at(i));
    }
    if (!isMadeOfIngress(virtualService)) {
      UnreachableHttpRules.check(http, at.at("http"));
    }
    UnreachableRules.check(
        virtualService.tls().stream().map(TlsRoute::match).toList(), at.at("tls"));
    UnreachableRules.check(
        virtualService.tcp().stream().map(TcpRoute::match).toList(), at.at("tcp"));
  }

  /** Whether it was converted from Ingresses, whose rules overlap on purpose. */
  private static boolean isMadeOfIngress(VirtualService virtualService) {
    return virtualService
        .metadata()
        .annotations()
        .getOrDefault("internal.istio.io/route-semantics", "")
        .equals("ingress");
  }

  private static boolean matchesSni(VirtualService virtualService) {
    return virtualService.tls().stream()
        .flatMap(route -> route.match().stream())
        .anyMatch(match -> !match.sniHosts().isEmpty());
  }

  private static void validateDelegate(VirtualService virtualService, Findings at) {
    if (!virtualService.gateways().isEmpty()) {
      at.at("gateways").conflicting("gateways without hosts (expected: none in a delegate)");
    }
    if (!virtualService.tls().isEmpty()) {
      at.at("tls").conflicting("tls without hosts (expected: only http in a delegate)");
    }
    if (!virtualService.tcp().isEmpty()) {
      at.at("tcp").conflicting("tcp without hosts (expected: only http in a delegate)");
    }
  }

  /** Checks the hosts, and returns them for look-ups. */
  private static HostOverlap validateHosts(
      VirtualService virtualService, boolean forMesh, Findings at) {
    ImmutableList<String> hosts = virtualService.hosts();
    boolean sniNames = !forMesh && matchesSni(virtualService);
    HostOverlap earlier = new HostOverlap();
    for (int i = 0; i < hosts.size(); i++) {
      String host = hosts.get(i);
      if (sniNames && SniNameRules.isSniName(host)) {
        SniNameRules.check(host, at.at(i));
      } else {
        NameRules.checkHost(host, at.at(i));
      }
      if (host.equals("*") && forMesh) {
        at.at(i).invalid("host: * (expected: a narrower host, as the rules hold for sidecars)");
      }
      Optional<String> other = earlier.overlapping(host);
      if (other.isPresent()) {
        at.at(i).conflicting("host: \"" + host + "\" overlaps \"" + other.get() + "\"");
      }
      earlier.add(host);
    }
    return earlier;
  }
}
