// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import io.rutter.yaml.YamlLimits;

/**
 * What the tree of a document may be.
 *
 * @param nodes the most nodes
 * @param depth the deepest nesting of lists and objects
 * @param aliasedNodes the most nodes that aliases may stand for, all together
 * @param keys the most keys in a mapping
 * @param keyCharacters the longest key
 */
public record TreeLimits(int nodes, int depth, long aliasedNodes, int keys, int keyCharacters) {
  /** The limits of a loader. */
  public static TreeLimits of(YamlLimits limits) {
    return new TreeLimits(
        limits.nodes(),
        limits.depth(),
        limits.aliasedNodes(),
        limits.keys(),
        limits.keyCharacters());
  }
}
