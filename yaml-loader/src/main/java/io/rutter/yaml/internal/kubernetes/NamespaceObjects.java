// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.internal.collect.NamedList;

/**
 * The objects of one namespace of a cluster that its registry is made of.
 *
 * @param services the Services
 * @param slices the EndpointSlices
 * @param pods the Pods
 */
record NamespaceObjects(
    NamedList<KubernetesService> services, NamedList<EndpointSlice> slices, NamedList<Pod> pods) {}
