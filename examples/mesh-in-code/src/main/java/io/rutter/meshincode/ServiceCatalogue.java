// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A registry as many have one: services by name, and the instances that come and go. */
public final class ServiceCatalogue {
  private final Map<String, List<Instance>> services = new TreeMap<>();

  /** One process that runs and takes requests. */
  public record Instance(String address, int port, String version) {}

  /** Says which instances of a service run now. */
  public synchronized void put(String service, Instance... running) {
    services.put(service, List.of(running));
  }

  /** All services with their instances, at this moment. */
  public synchronized Map<String, List<Instance>> services() {
    return new TreeMap<>(services);
  }
}
