// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.virtualservice.VirtualService;

/**
 * What Ingresses make.
 *
 * @param gateways a gateway for each
 * @param virtualServices a virtual service for each host
 * @param origins which Ingress a gateway or virtual service was made of; of several the oldest
 */
public record IngressObjects(
    ImmutableList<Gateway> gateways,
    ImmutableList<VirtualService> virtualServices,
    ImmutableMap<ConfigKey, ConfigKey> origins) {}
