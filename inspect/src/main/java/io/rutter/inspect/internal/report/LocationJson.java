// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import com.google.gson.JsonObject;
import io.rutter.model.problem.SourceLocation;

/** A position in the input, as JSON. */
final class LocationJson {
  private LocationJson() {}

  static JsonObject of(SourceLocation at) {
    JsonObject json = new JsonObject();
    json.addProperty("file", at.file());
    json.addProperty("line", at.line());
    json.addProperty("column", at.column());
    return json;
  }
}
