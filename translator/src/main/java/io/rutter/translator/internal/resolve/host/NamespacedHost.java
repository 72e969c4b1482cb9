// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import io.rutter.model.registry.Service;

/**
 * A host name together with the namespace that defines it: the same host may be in ServiceEntries
 * of several namespaces, and each is a separate service.
 *
 * @param namespace the namespace of the service
 * @param hostname the host
 */
public record NamespacedHost(String namespace, String hostname) {
  /** The key of a service; all services of one namespace and host share their endpoints. */
  public static NamespacedHost of(Service service) {
    return new NamespacedHost(service.namespace(), service.hostname());
  }
}
