// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;

/**
 * A service with its ports that a route configuration is for.
 *
 * @param service the service
 * @param hostname its host as written in virtual hosts and cluster names
 * @param ports the ports
 */
public record RoutedService(Service service, String hostname, ImmutableList<ServicePort> ports) {
  /** A service with all of its ports. */
  public static RoutedService of(Service service) {
    return new RoutedService(service, service.hostname(), service.ports());
  }
}
