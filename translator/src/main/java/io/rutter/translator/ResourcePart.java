// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

/**
 * A part of a resource of a proxy, and what it is made from.
 *
 * @param kind the kind of the resource
 * @param name its name
 * @param origin the part and its origin
 */
public record ResourcePart(ResourceKind kind, String name, PartOrigin origin) {}
