// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.origin;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the values of a mesh are written: objects, and the paths in them. */
public final class WrittenPlaces {
  private static final ConfigKey MESH_NETWORKS = new ConfigKey("MeshNetworks", "", "mesh");
  private static final String PORTS = "spec.ports";

  private final MeshSnapshot mesh;
  private final Supplier<ImmutableMap<ConfigKey, DestinationRule>> destinationRules;
  private final Supplier<Map<ConfigKey, Map<Integer, Integer>>> ports;
  private final Supplier<WrittenEndpoints> endpoints;

  WrittenPlaces(MeshSnapshot mesh) {
    this.mesh = mesh;
    this.destinationRules = Suppliers.memoize(this::indexDestinationRules)::get;
    this.ports = Suppliers.memoize(this::indexPorts)::get;
    this.endpoints = Suppliers.memoize(() -> new WrittenEndpoints(mesh))::get;
  }

  private ImmutableMap<ConfigKey, DestinationRule> indexDestinationRules() {
    return mesh.destinationRules().stream()
        .collect(
            toImmutableMap(
                rule -> ConfigKey.of("DestinationRule", rule.metadata()),
                rule -> rule,
                (first, second) -> first));
  }

  private Map<ConfigKey, Map<Integer, Integer>> indexPorts() {
    Map<ConfigKey, Map<Integer, Integer>> all = new HashMap<>();
    for (Service service : mesh.services()) {
      Map<Integer, Integer> positions = new HashMap<>();
      for (int i = 0; i < service.ports().size(); i++) {
        positions.putIfAbsent(service.ports().get(i).number(), i);
      }
      all.putIfAbsent(key(service), positions);
    }
    for (ServiceEntry entry : mesh.serviceEntries()) {
      Map<Integer, Integer> positions = new HashMap<>();
      for (int i = 0; i < entry.ports().size(); i++) {
        positions.putIfAbsent(entry.ports().get(i).number().orElse(0), i);
      }
      all.putIfAbsent(ConfigKey.of("ServiceEntry", entry.metadata()), positions);
    }
    return all;
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }

  /** The object that a service is read from. */
  public ConfigPart service(Service service) {
    return new ConfigPart(key(service), "");
  }

  /** The port of a service with that number; all of its ports if it has none of that number. */
  public ConfigPart port(Service service, int number) {
    Integer position = ports.get().getOrDefault(key(service), Map.of()).get(number);
    return new ConfigPart(key(service), position == null ? PORTS : PORTS + "[" + position + "]");
  }

  /** The DestinationRule as it is written. */
  public Optional<DestinationRule> destinationRule(ConfigKey key) {
    return Optional.ofNullable(destinationRules.get().get(key));
  }

  /** What an endpoint of a service is written as. */
  public ImmutableList<ConfigPart> endpoint(Service service, Endpoint endpoint) {
    return endpoints.get().of(service, endpoint);
  }

  /** What a gateway to another network is written as. */
  public ConfigPart gateway(String network, String address) {
    return endpoints
        .get()
        .gateway(address)
        .orElseGet(() -> new ConfigPart(MESH_NETWORKS, "spec.networks[\"" + network + "\"]"));
  }

  /**
   * A setting of the mesh.
   *
   * @param path of the setting among them
   */
  public ConfigPart mesh(String path) {
    return new ConfigPart(ConfigKey.MESH_CONFIG, "spec." + path);
  }

  /** An extension provider of the mesh; of several with the name the last, which counts. */
  public ConfigPart provider(String name) {
    ImmutableList<ExtensionProvider> all = mesh.meshConfig().extensionProviders();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).name().equals(name)) {
        return mesh("extensionProviders[" + i + "]");
      }
    }
    return mesh("defaultProviders");
  }

  /** The objects of the mesh. */
  public MeshSnapshot objects() {
    return mesh;
  }
}
