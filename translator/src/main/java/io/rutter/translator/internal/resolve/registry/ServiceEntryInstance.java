// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;

/**
 * An endpoint of a ServiceEntry.
 *
 * @param service the service that it was made for; other services of the same host have it as well
 * @param port the port that it serves
 * @param endpoint the endpoint
 */
record ServiceEntryInstance(Service service, ServicePort port, Endpoint endpoint) {}
