// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import io.rutter.inspect.internal.graph.read.KnownServices;
import io.rutter.inspect.internal.graph.read.SeenHost;
import io.rutter.inspect.internal.graph.read.SeenTarget;
import io.rutter.model.registry.Service;

/** How things are named: to tell them apart, and for people. */
final class Names {
  private Names() {}

  static String service(String host) {
    return "service/" + host;
  }

  static String subset(String host, String subset) {
    return "subset/" + host + "/" + subset;
  }

  /** The node of a host: at sidecars, a service is its own host. */
  static String host(SeenHost host, KnownServices known) {
    if (host.view().isGateway()) {
      return "host/" + host.view().name() + "/" + host.host();
    }
    return known.service(host.host()).isPresent()
        ? service(host.host())
        : "host/mesh/" + host.host();
  }

  static String target(SeenTarget target) {
    if (!target.known() || target.host().isEmpty()) {
      return "missing/" + target.cluster();
    }
    return target.subset().isEmpty()
        ? service(target.host())
        : subset(target.host(), target.subset());
  }

  /** A host without what Kubernetes adds to the name of a service. */
  static String shown(String host, KnownServices known) {
    return known
        .service(host)
        .map(
            service ->
                host.startsWith(service.metadata().name() + "." + service.namespace() + ".")
                    ? service.metadata().name()
                    : host)
        .orElse(host);
  }

  static String namespace(String host, KnownServices known) {
    return known.service(host).map(Service::namespace).orElse("");
  }
}
