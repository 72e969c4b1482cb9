// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where an object could not be read as it is written. What is wrong there is read as absent, so
 * that validation may complain of what is right; what it finds elsewhere is so whatever is written
 * there.
 */
final class ReadErrors {
  /** More errors than this say enough, and cost too much to compare with. */
  private static final int MOST_COMPARED = 100;

  /** The paths of objects with an error of any kind in them: nothing in these is certain. */
  private final Set<String> objects = new LinkedHashSet<>();

  /** The paths of single values that others do not depend on. */
  private final Set<String> values = new LinkedHashSet<>();

  /** Remembers an error of any kind. */
  void add(String path) {
    objects.add(around(path));
  }

  /** Remembers a wrong number, duration or truth value. In a list, others move to its place. */
  void addValue(String path) {
    if (path.endsWith("]")) {
      add(path);
    } else {
      values.add(path);
    }
  }

  /** Whether a problem may be there only because of an error. */
  boolean mayCause(Problem problem) {
    if (objects.isEmpty() && values.isEmpty()) {
      return false;
    }
    String path = problem.path();
    return problem.severity() != Severity.ERROR
        || objects.size() + values.size() > MOST_COMPARED
        || objects.stream().anyMatch(object -> isWithin(path, object) || isWithin(object, path))
        || values.stream().anyMatch(value -> mayCause(value, problem));
  }

  /** The absence of a value can be missed where it is, in the object around it, and around that. */
  private static boolean mayCause(String value, Problem problem) {
    String path = problem.path();
    return isWithin(value, path)
        || (problem.code() != ProblemCode.INVALID_VALUE && around(path).equals(around(value)));
  }

  private static boolean isWithin(String path, String outer) {
    return path.startsWith(outer)
        && (path.length() == outer.length()
            || outer.isEmpty()
            || path.charAt(outer.length()) == '.'
            || path.charAt(outer.length()) == '[');
  }

  /** The path of the object or list that a value is in. */
  private static String around(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }
}
