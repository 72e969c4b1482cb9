// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.rutter.inspect.EnvoyResources;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.Translator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * VirtualServices on a made-up gateway. The name of each rule says which one it is: {@code
 * SERVICE:RULE}, both by their place. They are older the earlier they come, so that the first of
 * those with the same host wins; what depends on the client or the gateway is gone.
 */
final class ConfigValidatorMesh {
  private static final String NAMESPACE = "rutter-calls";
  private static final String NAME = "every-host";
  private static final Map<String, String> LABELS = Map.of("rutter.io/gateway", NAME);
  private static final String DOMAIN = ".svc.cluster.local";

  private final MeshSnapshot original;

  private ConfigValidatorMesh(MeshSnapshot original) {
    this.original = original;
  }

  /**
   * The rules that take a request.
   *
   * @param first the rule of the VirtualService with the host
   * @param last the rule of its delegate, else the same
   */
  record Rules(Optional<HttpRoute> first, Optional<HttpRoute> last) {}

  static ConfigValidatorMesh of(MeshSnapshot original) {
    return new ConfigValidatorMesh(original);
  }

  /** What the gateway gets. */
  EnvoyResources translate() {
    Proxy proxy =
        Proxy.builder()
            .name(NAME)
            .namespace(NAMESPACE)
            .type(ProxyType.GATEWAY)
            .ipAddresses("192.0.2.1")
            .locality(Locality.UNKNOWN)
            .labels(LABELS)
            .build();
    MeshSnapshot snapshot =
        original.toBuilder()
            .virtualServices(virtualServices())
            .gateways(gateway())
            .sidecars(ImmutableList.of())
            .proxies(proxy)
            .build();
    return EnvoyResources.of(Translator.create().compile(snapshot).translate(proxy));
  }

  /** The rules that the name of a route stands for. */
  Rules rules(String route) {
    List<String> names = Splitter.on('-').splitToList(route);
    Optional<HttpRoute> first = rule(names.get(0));
    return new Rules(first, names.size() > 1 ? rule(names.get(1)) : first);
  }

  /** A short name as the gateway knows it. */
  String authority(String authority) {
    return authority.contains(".")
        ? authority
        : original.virtualServices().stream()
            .filter(service -> service.hosts().contains(authority))
            .map(service -> authority + "." + service.metadata().namespace() + DOMAIN)
            .findFirst()
            .orElse(authority);
  }

  private Optional<HttpRoute> rule(String name) {
    List<String> places = Splitter.on(':').splitToList(name);
    Integer service = places.size() == 2 ? Ints.tryParse(places.get(0)) : null;
    Integer rule = places.size() == 2 ? Ints.tryParse(places.get(1)) : null;
    return service == null || rule == null
        ? Optional.empty()
        : Optional.of(original.virtualServices().get(service).http().get(rule));
  }

  private static Gateway gateway() {
    return Gateway.builder()
        .metadata(ObjectMeta.of(NAMESPACE, NAME))
        .selector(LABELS)
        .servers(
            GatewayServer.builder()
                .port(GatewayPort.builder().number(80).protocol("HTTP").name("http").build())
                .hosts("*")
                .build())
        .build();
  }

  private ImmutableList<VirtualService> virtualServices() {
    ImmutableList.Builder<VirtualService> all = ImmutableList.builder();
    for (int i = 0; i < original.virtualServices().size(); i++) {
      VirtualService service = original.virtualServices().get(i);
      ImmutableList.Builder<HttpRoute> rules = ImmutableList.builder();
      for (int j = 0; j < service.http().size(); j++) {
        HttpRoute rule = service.http().get(j);
        rules.add(
            rule.toBuilder()
                .name(i + ":" + j)
                .match(rule.match().stream().map(ConfigValidatorMesh::match).toList())
                .build());
      }
      VirtualService.Builder changed =
          service.toBuilder()
              .metadata(
                  service.metadata().toBuilder()
                      .creationTimestamp(Instant.ofEpochSecond(i))
                      .build())
              .http(rules.build())
              .tls(ImmutableList.of())
              .tcp(ImmutableList.of())
              .exportTo("*");
      if (!service.hosts().isEmpty()) {
        changed.gateways(NAMESPACE + "/" + NAME);
      }
      all.add(changed.build());
    }
    return all.build();
  }

  /** Only what looks at the request. */
  private static HttpMatch match(HttpMatch match) {
    HttpMatch.Builder kept =
        HttpMatch.builder()
            .headers(match.headers())
            .queryParams(match.queryParams())
            .ignoreUriCase(match.ignoreUriCase())
            .withoutHeaders(match.withoutHeaders());
    match.uri().ifPresent(kept::uri);
    match.scheme().ifPresent(kept::scheme);
    match.method().ifPresent(kept::method);
    match.authority().ifPresent(kept::authority);
    return kept.build();
  }
}
