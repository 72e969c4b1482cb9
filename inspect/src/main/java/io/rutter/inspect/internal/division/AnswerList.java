// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.base.Splitter;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallReport;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.Origin;
import io.rutter.model.problem.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a mesh, each once. */
final class AnswerList {
  private final Map<JsonObject, Integer> known = new LinkedHashMap<>();

  /** The position of an answer. */
  int add(Call call, CallResult result) {
    JsonObject answer = new JsonObject();
    answer.addProperty("to", key(result));
    List<String> report = Splitter.on('\n').splitToList(CallReport.text(call, result));
    answer.addProperty("example", report.get(0));
    JsonArray lines = new JsonArray();
    report.stream().skip(1).takeWhile(line -> !line.isEmpty()).forEach(lines::add);
    answer.add("lines", lines);
    answer.add("origins", origins(result));
    return known.computeIfAbsent(answer, key -> known.size());
  }

  /** All of them, in their order. */
  JsonArray all() {
    JsonArray all = new JsonArray();
    known.keySet().forEach(all::add);
    return all;
  }

  /** Where a call goes, without what depends on its path: one line for each kind of end. */
  static String key(CallResult result) {
    List<String> ends = new ArrayList<>();
    for (Optional<CallResult> part = Optional.of(result);
        part.isPresent();
        part = part.get().otherwise()) {
      CallResult end = part.get();
      for (ClusterShare share : end.clusters()) {
        ends.add(share.cluster() + " " + share.share() * end.share());
      }
      end.redirect().ifPresent(redirect -> ends.add("redirect " + redirect.status()));
      end.directResponse().ifPresent(answer -> ends.add("answer " + answer.status()));
      end.error().map(CallError::message).ifPresent(ends::add);
    }
    return String.join("\n", ends);
  }

  private static JsonArray origins(CallResult result) {
    Map<String, Optional<SourceLocation>> rules = new LinkedHashMap<>();
    for (Origin origin : result.origins()) {
      rules.putIfAbsent(
          origin.object() + (origin.path().isEmpty() ? "" : " " + origin.path()),
          origin.location());
    }
    JsonArray origins = new JsonArray();
    rules.forEach(
        (rule, location) -> {
          JsonObject json = new JsonObject();
          json.addProperty("rule", rule);
          location.ifPresent(
              at -> {
                json.addProperty("file", at.file());
                json.addProperty("line", at.line());
                json.addProperty("column", at.column());
              });
          origins.add(json);
        });
    return origins;
  }
}
