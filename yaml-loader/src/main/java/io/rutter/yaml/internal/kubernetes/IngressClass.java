// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;

/**
 * Which controller serves the Ingresses of a class.
 *
 * @param metadata the name of the class
 * @param controller the name of the controller
 */
public record IngressClass(ObjectMeta metadata, String controller) {}
