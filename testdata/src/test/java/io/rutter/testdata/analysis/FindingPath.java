// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a finding is.
 *
 * @param fields the names on the way, {@code spec} left out
 * @param indexes the positions in lists on the way
 */
record FindingPath(List<String> fields, List<Integer> indexes) {
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[(\\d+)]");

  static FindingPath of(String path) {
    List<String> fields = new ArrayList<>();
    List<Integer> indexes = new ArrayList<>();
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      if (steps.group(1) == null) {
        indexes.add(Integer.valueOf(steps.group(2)));
      } else if (!steps.group(1).equals("spec")) {
        fields.add(steps.group(1));
      }
    }
    return new FindingPath(fields, indexes);
  }

  boolean startsWith(String... names) {
    return fields.size() >= names.length && fields.subList(0, names.length).equals(List.of(names));
  }

  boolean is(String... names) {
    return fields.equals(List.of(names));
  }
}
