// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.XdsResources;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether findings about servers of Gateways are so. */
final class GatewayClaims {
  private static final Pattern OTHER =
      Pattern.compile(
          "of spec\\.servers\\[(\\d+)] of Gateway/([^/]+)/([^:]+):.*no routes for (\\S+) ");

  private final TranslatedProxies translated;

  GatewayClaims(TranslatedProxies translated) {
    this.translated = translated;
  }

  /** No endpoint that a sidecar is told of is the port of a proxy of the Gateway. */
  boolean isUnreached(ConfigKey key, int server) {
    Gateway gateway = gateway(key);
    int port = gateway.servers().get(server).port().number().orElseThrow();
    ImmutableSet<String> addresses =
        translated.snapshot().proxies().stream()
            .filter(proxy -> proxy.type() == ProxyType.GATEWAY && isOf(proxy, gateway))
            .flatMap(proxy -> proxy.ipAddresses().stream())
            .collect(ImmutableSet.toImmutableSet());
    return translated
        .sidecars()
        .flatMap(resources -> resources.endpoints().stream())
        .flatMap(assignment -> assignment.getEndpointsList().stream())
        .flatMap(locality -> locality.getLbEndpointsList().stream())
        .map(endpoint -> endpoint.getEndpoint().getAddress().getSocketAddress())
        .noneMatch(address -> isAt(address, addresses, port));
  }

  private static boolean isAt(SocketAddress address, ImmutableSet<String> addresses, int port) {
    return addresses.contains(address.getAddress()) && address.getPortValue() == port;
  }

  private static boolean isOf(Proxy proxy, Gateway gateway) {
    return proxy.labels().entrySet().containsAll(gateway.selector().entrySet());
  }

  /** Of the routes of the two servers, only one has some for the host that is named. */
  boolean isNotRouted(Problem finding, int server) {
    Matcher other = OTHER.matcher(finding.message());
    if (!other.find()) {
      throw new AssertionError(finding);
    }
    ConfigKey one = finding.object().orElseThrow();
    ConfigKey two = new ConfigKey("Gateway", other.group(2), other.group(3));
    return translated.resources().stream()
        .filter(resources -> resources.proxy().type() == ProxyType.GATEWAY)
        .allMatch(
            resources ->
                differ(
                    routes(resources, one, server),
                    routes(resources, two, Integer.parseInt(other.group(1))),
                    other.group(4)));
  }

  private static boolean differ(
      Optional<RouteConfiguration> one, Optional<RouteConfiguration> other, String host) {
    return one.isEmpty() || other.isEmpty() || !(has(one.get(), host) && has(other.get(), host));
  }

  private static boolean has(RouteConfiguration routes, String host) {
    return routes.getVirtualHostsList().stream()
        .filter(virtualHost -> !virtualHost.getName().startsWith("blackhole"))
        .flatMap(virtualHost -> virtualHost.getDomainsList().stream())
        .anyMatch(domain -> covers(Ascii.toLowerCase(domain), Ascii.toLowerCase(host)));
  }

  private static boolean covers(String domain, String host) {
    return (domain.startsWith("*") && !domain.endsWith(":*"))
        ? host.endsWith(domain.substring(1))
        : domain.equals(host);
  }

  private Optional<RouteConfiguration> routes(XdsResources resources, ConfigKey key, int server) {
    String portName = gateway(key).servers().get(server).port().name();
    String end = "." + portName + "." + key.name() + "." + key.namespace();
    return resources.routes().stream()
        .filter(routes -> routes.getName().startsWith("https."))
        .filter(routes -> routes.getName().contains(end))
        .findFirst();
  }

  private Gateway gateway(ConfigKey key) {
    return translated.snapshot().gateways().stream()
        .filter(value -> ConfigKey.of("Gateway", value.metadata()).equals(key))
        .findFirst()
        .orElseThrow();
  }
}
