// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.VisibleText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints what tests of calls showed: those that fail, and a summary. */
final class TestReport {
  private TestReport() {}

  /**
   * Prints them.
   *
   * @param errors what is wrong with the test files or the mesh, so that the command fails
   */
  static void print(
      List<CallTestResult> results, List<Problem> errors, ReportFormat format, PrintWriter out) {
    switch (format) {
      case TEXT -> text(results, out);
      case JSON -> out.println(json(results));
      case GITHUB -> commands(results, out);
      case JUNIT -> out.print(JunitReport.ofTests(results, errors));
    }
  }

  private static void text(List<CallTestResult> results, PrintWriter out) {
    for (CallTestResult result : results) {
      if (!result.passed()) {
        out.println(result.test().location() + ": failed: " + VisibleText.of(result.test().name()));
        result.failures().forEach(failure -> out.println("  " + VisibleText.of(failure)));
      }
    }
    out.println(summary(results));
  }

  private static void commands(List<CallTestResult> results, PrintWriter out) {
    for (CallTestResult result : results) {
      for (String failure : result.failures()) {
        out.println(
            WorkflowCommands.command(
                Severity.ERROR,
                Optional.of(result.test().location()),
                result.test().name(),
                failure));
      }
    }
    out.println(summary(results));
  }

  private static String summary(List<CallTestResult> results) {
    long passed = passed(results);
    int calls = results.stream().mapToInt(CallTestResult::calls).sum();
    return count(results.size(), "test")
        + " of "
        + count(calls, "call")
        + ": "
        + passed
        + " passed, "
        + (results.size() - passed)
        + " failed";
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String json(List<CallTestResult> results) {
    JsonArray tests = new JsonArray();
    for (CallTestResult result : results) {
      JsonObject test = new JsonObject();
      test.addProperty("name", result.test().name());
      test.add("location", ProblemJson.location(result.test().location()));
      test.addProperty("calls", result.calls());
      test.addProperty("passed", result.passed());
      JsonArray failures = new JsonArray();
      result.failures().forEach(failures::add);
      test.add("failures", failures);
      tests.add(test);
    }
    JsonObject all = new JsonObject();
    all.add("tests", tests);
    all.addProperty("passed", passed(results));
    all.addProperty("failed", results.size() - passed(results));
    return ProblemJson.text(all);
  }

  private static long passed(List<CallTestResult> results) {
    return results.stream().filter(CallTestResult::passed).count();
  }
}
