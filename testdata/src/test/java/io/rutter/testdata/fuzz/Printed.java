// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.fuzz;

import io.rutter.inspect.Call;
import io.rutter.inspect.CallReport;
import io.rutter.inspect.CallResult;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.JsonOutput;
import io.rutter.translator.output.ProtoJson;
import io.rutter.translator.output.StaticBootstrap;
import io.rutter.translator.output.TableOutput;
import io.rutter.translator.output.YamlOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** All that is printed of an input: nothing raw may come out. */
final class Printed {
  private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

  private Printed() {}

  /** Checks problems, each of which has a place and one line. */
  static void check(Collection<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.location().isEmpty()) {
        throw new AssertionError("no place: " + problem);
      }
      String text = problem.toString();
      if (text.indexOf('\n') >= 0) {
        throw new AssertionError("more than a line: " + text);
      }
      check(text);
    }
  }

  /** Checks a translation in each form. */
  static void check(Translation translation) throws IOException {
    StringBuilder out = new StringBuilder();
    JsonOutput.write(translation, ALL, out);
    YamlOutput.write(translation, ALL, out);
    TableOutput.write(translation, ALL, out);
    check(out.toString());
    for (XdsResources proxy : translation.proxies()) {
      check(ProtoJson.print(StaticBootstrap.of(proxy)));
    }
  }

  /** Checks what is said of a call. */
  static void check(Call call, CallResult result) {
    check(CallReport.text(call, result));
    check(CallReport.json(call, result));
  }

  private static void check(String text) {
    text.codePoints()
        .filter(character -> character != '\n' && !VisibleText.isVisible(character))
        .findFirst()
        .ifPresent(
            character -> {
              throw new AssertionError("U+%04X is printed".formatted(character));
            });
  }
}
