// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Optional;

/**
 * A virtual host of a sidecar.
 *
 * @param host the virtual host
 * @param rule the VirtualService that its routes come from
 */
record OutboundVirtualHost(VirtualHost host, Optional<VirtualService> rule) {}
