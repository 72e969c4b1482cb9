// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;

/**
 * A machine of the cluster.
 *
 * @param metadata name and labels
 * @param externalAddress the first address that the outside reaches it by, or empty
 */
public record Node(ObjectMeta metadata, String externalAddress) {}
