// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

/**
 * What the tree of a document may be.
 *
 * @param depth the deepest nesting of lists and objects
 * @param aliasedNodes the most nodes that aliases may stand for, all together
 */
public record TreeLimits(int depth, long aliasedNodes) {}
