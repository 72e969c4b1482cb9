// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.listener.chain.Binding;

/**
 * A service at a port of a listener, where chains for it are to be built.
 *
 * @param service the service
 * @param port the listener's port, which is one of the service unless a Sidecar says otherwise
 * @param binding where the listener listens
 * @param ranges the service's addresses as CIDR blocks, where the listener is for others too
 * @param aliases other names of the service
 */
record ListenedService(
    Service service,
    ServicePort port,
    Binding binding,
    ImmutableList<String> ranges,
    ImmutableList<String> aliases) {

  /** The same at other addresses. */
  ListenedService at(ImmutableList<String> addresses) {
    return new ListenedService(service, port, binding.at(addresses), ranges, aliases);
  }

  /** The same at addresses shared with other services, told apart by CIDR blocks. */
  ListenedService at(ImmutableList<String> addresses, ImmutableList<String> ranges) {
    return new ListenedService(service, port, binding.at(addresses), ranges, aliases);
  }
}
