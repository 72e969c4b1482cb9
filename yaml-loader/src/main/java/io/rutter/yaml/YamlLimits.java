// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How large an input may be. These are all the bounds that reading has, whatever the documents are
 * about; what exceeds one is reported as an error with the code {@code limit-exceeded}, so that no
 * input can take all memory or all time. docs/hostile-input.md says what each is for.
 *
 * @param fileBytes the largest file, in bytes. Default: 32 MiB
 * @param documents the most documents of all files together. Default: 200,000
 * @param nodes the most values in a document: scalars, lists and objects, keys too. Default:
 *     1,000,000
 * @param depth the deepest nesting of lists and objects in a document. Default: 100
 * @param aliasedNodes the most nodes that the aliases of a document may stand for, all together,
 *     where each alias counts as a copy of what it names, and a long text as one node for each 64
 *     characters. Default: 100,000
 * @param keys the most keys in an object. Default: 10,000
 * @param keyCharacters the longest key. Default: 1,024
 * @param problems the most problems that are kept; the next is said to be one too many and the rest
 *     is left out. Default: 10,000
 * @param products the most clusters that one object may multiply to, counted as {@link
 *     io.rutter.model.validation.ObjectProducts} says. Default: 5,000
 * @param meshProducts the same for all objects of a mesh together, and one more for each {@value
 *     #CHARACTERS_OF_PRODUCT} characters that are read. Default: 10,000
 */
public record YamlLimits(
    int fileBytes,
    int documents,
    int nodes,
    int depth,
    int aliasedNodes,
    int keys,
    int keyCharacters,
    int problems,
    int products,
    int meshProducts) {
  /**
   * A mesh may multiply to one more cluster for so many characters: what is large may make much.
   */
  public static final int CHARACTERS_OF_PRODUCT = 100;

  /** The bounds that hold unless the caller says otherwise. */
  public static final YamlLimits DEFAULT =
      new YamlLimits(
          32 << 20, 200_000, 1_000_000, 100, 100_000, 10_000, 1_024, 10_000, 5_000, 10_000);

  /** Checks that all bounds are positive. */
  public YamlLimits {
    checkArgument(fileBytes > 0, "fileBytes: %s (expected: > 0)", fileBytes);
    checkArgument(documents > 0, "documents: %s (expected: > 0)", documents);
    checkArgument(nodes > 0, "nodes: %s (expected: > 0)", nodes);
    checkArgument(depth > 0, "depth: %s (expected: > 0)", depth);
    checkArgument(aliasedNodes >= 0, "aliasedNodes: %s (expected: >= 0)", aliasedNodes);
    checkArgument(keys > 0, "keys: %s (expected: > 0)", keys);
    checkArgument(keyCharacters > 0, "keyCharacters: %s (expected: > 0)", keyCharacters);
    checkArgument(problems > 0, "problems: %s (expected: > 0)", problems);
    checkArgument(products > 0, "products: %s (expected: > 0)", products);
    checkArgument(meshProducts > 0, "meshProducts: %s (expected: > 0)", meshProducts);
  }

  /** The same bounds but for the size of files. */
  public YamlLimits withFileBytes(int most) {
    return new YamlLimits(
        most,
        documents,
        nodes,
        depth,
        aliasedNodes,
        keys,
        keyCharacters,
        problems,
        products,
        meshProducts);
  }

  /**
   * The same bounds but for what objects may multiply to.
   *
   * @param one one object alone
   * @param together all objects of a mesh
   */
  public YamlLimits withProducts(int one, int together) {
    return new YamlLimits(
        fileBytes,
        documents,
        nodes,
        depth,
        aliasedNodes,
        keys,
        keyCharacters,
        problems,
        one,
        together);
  }
}
