// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Optional;

/**
 * What one egress listener of a Sidecar lets a proxy see; without a Sidecar there is one that lets
 * it see everything.
 *
 * @param declared the listener as written; absent for the built-in one
 * @param services the services, oldest first; for a listener with a port each holds just that port
 * @param virtualServices the VirtualServices, in order of precedence
 */
public record EgressScope(
    Optional<EgressListener> declared,
    ImmutableList<Service> services,
    ImmutableList<VirtualService> virtualServices) {
  /** Whether the listener names a port. */
  public boolean hasPort() {
    return declared.flatMap(EgressListener::port).isPresent();
  }
}
