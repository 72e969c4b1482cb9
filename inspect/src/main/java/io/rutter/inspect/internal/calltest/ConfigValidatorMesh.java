// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.model.ConfigKey;
import io.rutter.model.ConfigValue;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.Translator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VirtualServices on a synthetic gateway: those with hosts on one port, and each delegate, for
 * every host, on a separate port. istio-config-validator looks for the rule of a delegate in the
 * same two steps, where Istio merges both rules into one.
 */
final class ConfigValidatorMesh {
  private static final String NAMESPACE = "rutter-calls";
  private static final String NAME = "gateway";
  private static final String ROOTS = "roots";
  private static final int ROOTS_PORT = 80;
  private static final int FIRST_DELEGATE_PORT = 20_000;
  private static final Map<String, String> LABELS = Map.of("rutter.io/gateway", NAME);

  private final ImmutableList<VirtualService> services;
  private final Simulator simulator;

  private ConfigValidatorMesh(ImmutableList<VirtualService> services, Simulator simulator) {
    this.services = services;
    this.simulator = simulator;
  }

  /**
   * The rules that match a request.
   *
   * @param first the rule of the VirtualService with the host
   * @param last the rule of its delegate, else the same rule
   * @param met these rules, the matches that took the request, and the destinations
   */
  record Rules(Optional<HttpRoute> first, Optional<HttpRoute> last, ImmutableSet<ConfigValue> met) {
    static Rules of(Optional<Found> first, Optional<Found> last) {
      return new Rules(
          first.map(Found::rule),
          last.map(Found::rule),
          Stream.concat(first.stream(), last.stream())
              .flatMap(found -> found.met().stream())
              .collect(toImmutableSet()));
    }
  }

  private record Found(HttpRoute rule, ImmutableSet<ConfigValue> met) {}

  static ConfigValidatorMesh of(MeshSnapshot original) {
    Proxy proxy =
        Proxy.builder()
            .name(NAME)
            .namespace(NAMESPACE)
            .type(ProxyType.GATEWAY)
            .ipAddresses("192.0.2.1")
            .labels(LABELS)
            .build();
    ImmutableList.Builder<VirtualService> changed = ImmutableList.builder();
    ImmutableList.Builder<Gateway> gateways = ImmutableList.builder();
    gateways.add(gateway(ROOTS, ROOTS_PORT));
    for (int i = 0; i < original.virtualServices().size(); i++) {
      VirtualService service = original.virtualServices().get(i);
      if (service.hosts().isEmpty()) {
        gateways.add(gateway("delegate-" + i, FIRST_DELEGATE_PORT + i));
        changed.add(
            NumberedRules.of(service, i).toBuilder()
                .hosts("*")
                .gateways(NAMESPACE + "/delegate-" + i)
                .build());
      } else {
        changed.add(
            NumberedRules.of(service, i).toBuilder().gateways(NAMESPACE + "/" + ROOTS).build());
      }
    }
    MeshSnapshot snapshot =
        original.toBuilder()
            .virtualServices(changed.build())
            .gateways(gateways.build())
            .sidecars(ImmutableList.of())
            .destinationRules(ImmutableList.of())
            .proxies(proxy)
            .build();
    return new ConfigValidatorMesh(
        original.virtualServices(),
        Simulator.of(Translator.create().compile(snapshot).translate(proxy)));
  }

  /** Finds the rules that match this request. */
  Rules find(String authority, Call request) {
    Optional<Found> first =
        rule(request.toBuilder().host(gatewayHost(authority)).port(ROOTS_PORT).build());
    Optional<Integer> delegate =
        first
            .map(Found::rule)
            .flatMap(HttpRoute::delegate)
            .flatMap(named -> place(named, authority));
    return Rules.of(
        first,
        delegate.isEmpty()
            ? first
            : rule(
                request.toBuilder()
                    .host(authority)
                    .port(FIRST_DELEGATE_PORT + delegate.get())
                    .build()));
  }

  private Optional<Found> rule(Call call) {
    CallResult result = simulator.call(call);
    List<String> places = Splitter.on(':').splitToList(result.route().orElse(""));
    Integer service = places.size() == 2 ? Ints.tryParse(places.get(0)) : null;
    Integer rule = places.size() == 2 ? Ints.tryParse(places.get(1)) : null;
    return service == null || rule == null
        ? Optional.empty()
        : Optional.of(found(result, services.get(service), rule));
  }

  /** The tests of this form compare all destinations of a rule, so that they cover them. */
  private static Found found(CallResult result, VirtualService service, int rule) {
    HttpRoute found = service.http().get(rule);
    ConfigKey key = ConfigKey.of("VirtualService", service.metadata());
    ImmutableSet.Builder<ConfigValue> met = ImmutableSet.builder();
    MetValues.of(result).stream()
        .filter(value -> !value.path().contains(".route"))
        .forEach(met::add);
    for (int i = 0; i < found.route().size(); i++) {
      met.add(new ConfigValue(key, "spec.http[" + rule + "].route[" + i + "]"));
    }
    return new Found(found, met.build());
  }

  /** The host that the gateway has for a short name. */
  private String gatewayHost(String authority) {
    return authority.contains(".")
        ? authority
        : namespace(authority)
            .map(namespace -> MeshDefaults.serviceHostname(namespace, authority))
            .orElse(authority);
  }

  /** The namespace of the first VirtualService with exactly this host. */
  private Optional<String> namespace(String authority) {
    return services.stream()
        .filter(service -> service.hosts().contains(authority))
        .map(service -> service.metadata().namespace())
        .findFirst();
  }

  /**
   * The position of a delegate: in the namespace it names, else in the namespace of the host, else
   * in any.
   */
  private Optional<Integer> place(Delegate delegate, String authority) {
    Optional<String> namespace = delegate.namespace().filter(name -> !name.isEmpty());
    return placeIn(namespace.or(() -> namespace(authority)).orElse(""), delegate)
        .or(() -> namespace.isPresent() ? Optional.empty() : placeIn("", delegate));
  }

  private Optional<Integer> placeIn(String namespace, Delegate delegate) {
    for (int i = 0; i < services.size(); i++) {
      ObjectMeta metadata = services.get(i).metadata();
      if (services.get(i).hosts().isEmpty()
          && Optional.of(metadata.name()).equals(delegate.name())
          && (namespace.isEmpty() || metadata.namespace().equals(namespace))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Gateway gateway(String name, int port) {
    return Gateway.builder()
        .metadata(ObjectMeta.of(NAMESPACE, name))
        .selector(LABELS)
        .servers(
            GatewayServer.builder()
                .port(GatewayPort.builder().number(port).protocol(Protocol.HTTP).name(name).build())
                .hosts("*")
                .build())
        .build();
  }
}
