// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import static java.util.Locale.ROOT;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Denial;
import io.rutter.inspect.ExternalCheck;
import io.rutter.inspect.internal.json.ClaimsJson;
import java.util.List;

/** Who calls, and whether the call is allowed, as JSON. */
final class AccessJson {
  private AccessJson() {}

  /** Adds who calls. */
  static void ofCall(Call call, JsonObject json) {
    call.peer().ifPresent(peer -> json.addProperty("peer", peer));
    call.claims()
        .ifPresent(claims -> json.add("claims", JsonParser.parseString(ClaimsJson.print(claims))));
    call.time().ifPresent(time -> json.addProperty("time", time.toString()));
    call.extAuthz().ifPresent(answer -> json.addProperty("extAuthz", name(answer)));
  }

  /** Adds what was decided. */
  static void ofResult(CallResult result, JsonObject json) {
    json.addProperty("access", name(result.access()));
    result.denial().ifPresent(denial -> json.add("denial", denial(denial)));
    if (!result.externalChecks().isEmpty()) {
      JsonArray checks = new JsonArray();
      result.externalChecks().forEach(check -> checks.add(check(check)));
      json.add("externalChecks", checks);
    }
  }

  private static JsonObject denial(Denial denial) {
    JsonObject json = new JsonObject();
    json.addProperty("by", name(denial.by()));
    json.add("rules", rules(denial.rules()));
    json.addProperty("reason", denial.reason());
    return json;
  }

  private static JsonObject check(ExternalCheck check) {
    JsonObject json = new JsonObject();
    json.addProperty("cluster", check.cluster());
    json.add("rules", rules(check.rules()));
    check.answer().ifPresent(answer -> json.addProperty("answer", name(answer)));
    check.deniedStatus().ifPresent(status -> json.addProperty("deniedStatus", status));
    return json;
  }

  private static JsonArray rules(List<AccessRule> rules) {
    JsonArray all = new JsonArray();
    for (AccessRule rule : rules) {
      JsonObject json = new JsonObject();
      json.addProperty("object", rule.object().toString());
      rule.rule().ifPresent(position -> json.addProperty("rule", position));
      rule.location().ifPresent(at -> json.add("location", LocationJson.of(at)));
      all.add(json);
    }
    return all;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(ROOT);
  }
}
