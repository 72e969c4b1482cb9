// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.model.problem.VisibleText;
import java.io.PrintWriter;
import java.util.List;

/** Prints what tests of calls showed: those that fail, and a summary. */
final class TestReport {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private TestReport() {}

  static void print(List<CallTestResult> results, ReportFormat format, PrintWriter out) {
    if (format == ReportFormat.JSON) {
      out.println(json(results));
    } else {
      text(results, out);
    }
  }

  private static void text(List<CallTestResult> results, PrintWriter out) {
    for (CallTestResult result : results) {
      if (!result.passed()) {
        out.println(result.test().location() + ": failed: " + VisibleText.of(result.test().name()));
        result.failures().forEach(failure -> out.println("  " + VisibleText.of(failure)));
      }
    }
    long passed = passed(results);
    out.println(
        results.size()
            + " tests of "
            + results.stream().mapToInt(CallTestResult::calls).sum()
            + " calls: "
            + passed
            + " passed, "
            + (results.size() - passed)
            + " failed");
  }

  private static String json(List<CallTestResult> results) {
    JsonArray tests = new JsonArray();
    for (CallTestResult result : results) {
      JsonObject test = new JsonObject();
      test.addProperty("name", result.test().name());
      test.add("location", ProblemPrinter.location(result.test().location()));
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
    return VisibleText.inJson(JSON.toJson(all));
  }

  private static long passed(List<CallTestResult> results) {
    return results.stream().filter(CallTestResult::passed).count();
  }
}
