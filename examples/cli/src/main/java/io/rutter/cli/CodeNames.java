// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Iterator;

/** The codes of problems, to complete them. */
final class CodeNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(ProblemCode.values()).map(ProblemCode::id).iterator();
  }
}
