// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.registry.Service;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.Collection;

/** The hosts that the services of each namespace have: what endpoints may be of. */
final class HostsByNamespace {
  private HostsByNamespace() {}

  static ImmutableSetMultimap<String, String> of(
      Collection<Service> services, Collection<ServiceEntry> entries) {
    ImmutableSetMultimap.Builder<String, String> hosts = ImmutableSetMultimap.builder();
    services.forEach(service -> hosts.put(service.namespace(), service.hostname()));
    entries.forEach(entry -> hosts.putAll(entry.metadata().namespace(), entry.hosts()));
    return hosts.build();
  }
}
