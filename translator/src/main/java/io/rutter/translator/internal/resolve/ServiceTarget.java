// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;

/**
 * A port of a service that a proxy's own workload serves.
 *
 * @param service the service
 * @param port the port of the service
 * @param targetPort the port that the workload listens on
 */
public record ServiceTarget(Service service, ServicePort port, int targetPort) {}
