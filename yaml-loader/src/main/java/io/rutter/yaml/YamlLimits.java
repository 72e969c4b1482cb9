// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How large an input may be. These are all the bounds that reading has; what exceeds one is
 * reported as an error, so that no input can take all memory or all time.
 *
 * @param fileBytes the largest file, in bytes. Default: 64 MiB
 * @param depth the deepest nesting of lists and objects in a document. Default: 100
 * @param aliasedNodes the most nodes that the aliases of a document may stand for, all together,
 *     where each alias counts as a copy of what it names. Default: 100,000
 */
public record YamlLimits(int fileBytes, int depth, int aliasedNodes) {
  /** The bounds that hold unless the caller says otherwise. */
  public static final YamlLimits DEFAULT = new YamlLimits(64 << 20, 100, 100_000);

  /** Checks that all bounds are positive. */
  public YamlLimits {
    checkArgument(fileBytes > 0, "fileBytes: %s (expected: > 0)", fileBytes);
    checkArgument(depth > 0, "depth: %s (expected: > 0)", depth);
    checkArgument(aliasedNodes >= 0, "aliasedNodes: %s (expected: >= 0)", aliasedNodes);
  }
}
