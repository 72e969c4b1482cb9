// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.model.virtualservice.VirtualService;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was made of the objects of the snapshot before. What does not change from one to the next is
 * the same object, which those who translate take as the sign that it did not.
 */
public final class MadeObjects {
  private static final String ONE = "";

  private final Made<String> trustDomain = new Made<>();
  private final Made<Networks> networks = new Made<>();
  private final Made<MeshConfig> meshConfig = new Made<>();
  private final Made<MeshNetworks> meshNetworks = new Made<>();
  private final Made<Workload> workloads = new Made<>();
  private final Made<Service> services = new Made<>();
  private final Made<ServiceEndpoints> endpoints = new Made<>();
  private final Made<Gateway> gateways = new Made<>();
  private final Made<VirtualService> virtualServices = new Made<>();
  private final Made<ImmutableList<Problem>> problems = new Made<>();

  /** Begins with the next snapshot. */
  public void startSnapshot() {
    Stream.of(
            trustDomain,
            networks,
            meshConfig,
            meshNetworks,
            workloads,
            services,
            endpoints,
            gateways,
            virtualServices,
            problems)
        .forEach(Made::startSnapshot);
  }

  Made<Workload> workloads() {
    return workloads;
  }

  Made<Service> services() {
    return services;
  }

  Made<ServiceEndpoints> endpoints() {
    return endpoints;
  }

  String trustDomain(String value) {
    return trustDomain.same(ONE, value);
  }

  Networks networks(Networks value) {
    return networks.same(ONE, value);
  }

  Gateway gateway(Gateway value) {
    return gateways.same(ConfigKey.of("", value.metadata()), value);
  }

  VirtualService virtualService(VirtualService value) {
    return virtualServices.same(ConfigKey.of("", value.metadata()), value);
  }

  /** The settings of the mesh; without any, the defaults are always the same. */
  public MeshConfig meshConfig(MeshConfig value) {
    return meshConfig.same(ONE, value);
  }

  /** The networks of the mesh. */
  public MeshNetworks meshNetworks(MeshNetworks value) {
    return meshNetworks.same(ONE, value);
  }

  /** What is wrong with a service, which is checked when it is made. */
  public ImmutableList<Problem> problems(
      Service service, Function<Service, ImmutableList<Problem>> rules) {
    return problems.get(
        ConfigKey.of("", service.metadata()),
        ImmutableList.of(service),
        () -> rules.apply(service));
  }
}
