// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import static java.util.Locale.ROOT;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.model.problem.VisibleText;

/** Coverage as JSON. */
public final class CoverageJson {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private CoverageJson() {}

  public static String of(CallCoverage coverage) {
    JsonObject all = new JsonObject();
    all.addProperty("items", coverage.items().size());
    all.addProperty("covered", coverage.items().size() - coverage.uncovered().size());
    all.addProperty("percent", Math.round(coverage.percent() * 100) / 100.0);
    JsonArray values = new JsonArray();
    for (CallCoverage.Item item : coverage.items()) {
      JsonObject json = new JsonObject();
      json.addProperty("kind", item.kind().name().toLowerCase(ROOT));
      json.addProperty("object", item.value().object().toString());
      json.addProperty("path", item.value().path());
      item.location().ifPresent(at -> json.add("location", LocationJson.of(at)));
      json.addProperty("tests", item.tests());
      values.add(json);
    }
    all.add("values", values);
    return VisibleText.inJson(JSON.toJson(all)) + "\n";
  }
}
