// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.listener.chain.Binding;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * A service on the port of a listener, for which chains are built.
 *
 * @param service the service
 * @param port the listener's port, which is a port of the service unless a Sidecar says otherwise
 * @param binding the addresses of the listener
 * @param ranges the service's addresses as CIDR blocks, if the listener is shared with other
 *     services
 * @param aliases other names of the service
 */
record ListenedService(
    Service service,
    ServicePort port,
    Binding binding,
    ImmutableList<String> ranges,
    ImmutableList<String> aliases) {

  /** The port of the service as a part of it; needs origins that are kept. */
  ConfigPart part(ProxyScope scope) {
    return scope.origins().places().port(service, port.number());
  }

  /** A copy with other addresses. */
  ListenedService at(ImmutableList<String> addresses) {
    return new ListenedService(service, port, binding.at(addresses), ranges, aliases);
  }

  /** A copy with addresses shared with other services, told apart by CIDR blocks. */
  ListenedService at(ImmutableList<String> addresses, ImmutableList<String> ranges) {
    return new ListenedService(service, port, binding.at(addresses), ranges, aliases);
  }
}
