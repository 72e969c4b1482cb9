// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Tells lists of tests of calls from the lists of other tools: tools that unit-test charts or
 * alerts have {@code tests} too, with other things in them.
 */
final class TestLists {
  /** The names of the lists, one for each form of test file. */
  static final ImmutableSet<String> NAMES =
      ImmutableSet.of("calls", "tests", "testCases", "test_cases");

  /** What the tests of a form have and others have not, whatever their list is called. */
  private static final ImmutableSet<ImmutableSet<String>> CERTAIN =
      ImmutableSet.of(
          ImmutableSet.of("call", "expect"),
          ImmutableSet.of("input", "validate"),
          ImmutableSet.of("request", "wantMatch"),
          ImmutableSet.of("request", "want_match"));

  private static final ImmutableSet<String> OF_ROUTER_CHECK =
      ImmutableSet.of("testName", "test_name", "validate");
  private static final ImmutableSet<String> OF_CONFIG_VALIDATOR =
      ImmutableSet.of("request", "wantMatch", "want_match");

  private TestLists() {}

  /** Whether one of the entries is a list of tests. */
  static boolean isIn(Map<String, NodeTuple> entries) {
    return entries.entrySet().stream()
        .anyMatch(
            entry ->
                entry.getValue().getValueNode() instanceof SequenceNode list
                    && holdsTests(entry.getKey(), list));
  }

  private static boolean holdsTests(String name, SequenceNode list) {
    return name.equals("calls") || list.getValue().stream().anyMatch(item -> isTest(name, item));
  }

  private static boolean isTest(String list, Node item) {
    if (!(item instanceof MappingNode mapping)) {
      return false;
    }
    Set<String> keys = Mappings.entries(mapping).keySet();
    boolean named =
        switch (list) {
          case "tests" -> keys.stream().anyMatch(OF_ROUTER_CHECK::contains);
          case "testCases", "test_cases" -> keys.stream().anyMatch(OF_CONFIG_VALIDATOR::contains);
          default -> false;
        };
    return named || CERTAIN.stream().anyMatch(keys::containsAll);
  }
}
