// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.TextTest;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conditions as JSON and in words. */
final class ConditionForms {
  /** What expressions of RE2 and of ECMAScript have in common. */
  private static final com.google.re2j.Pattern PLAIN =
      com.google.re2j.Pattern.compile(
          "(?:[A-Za-z0-9_/.~%&=:;,@!\"'<>`# *+?|){}$^-]|\\((?:\\?:)?|\\\\[dw.^$|?*+()\\[\\]{}/\\\\-]|\\[\\^?[A-Za-z0-9_/.~%&=:;,@! -]+\\])*");

  private ConditionForms() {}

  /** As {@link io.rutter.inspect.division.CallDivisions} says. */
  static JsonElement json(Condition condition) {
    if (condition instanceof Condition.Constant constant) {
      return new JsonPrimitive(constant.holds());
    }
    JsonObject json = new JsonObject();
    if (condition instanceof Condition.One one) {
      test(one, json);
    } else if (condition instanceof Condition.All all) {
      json.add("all", list(all.parts()));
    } else if (condition instanceof Condition.Some some) {
      json.add("any", list(some.parts()));
    } else if (condition instanceof Condition.Not not) {
      json.add("not", json(not.part()));
    } else {
      json.addProperty("unknown", true);
    }
    return json;
  }

  private static JsonArray list(ImmutableList<Condition> parts) {
    JsonArray list = new JsonArray();
    parts.forEach(part -> list.add(json(part)));
    return list;
  }

  private static void test(Condition.One one, JsonObject json) {
    TextTest test = one.test();
    json.addProperty("of", Ascii.toLowerCase(one.dimension().kind().name()));
    if (!one.dimension().name().isEmpty()) {
      json.addProperty("name", one.dimension().name());
    }
    json.addProperty("is", Ascii.toLowerCase(test.kind().name()));
    if (test.kind() != TextTest.Kind.PRESENT) {
      json.addProperty("text", test.text());
    }
    if (test.ignoreCase()) {
      json.addProperty("ignoreCase", true);
    }
    if (test.missingIsEmpty()) {
      json.addProperty("missingIsEmpty", true);
    }
    if (test.isSampled() && PLAIN.matches(test.text())) {
      json.addProperty("plain", true);
    }
  }

  /** For people: {@code path prefix /v1/ and header x-user present}. */
  static String words(Condition condition) {
    if (condition instanceof Condition.Constant constant) {
      return constant.holds() ? "all" : "none";
    }
    if (condition instanceof Condition.One one) {
      return one.dimension().print() + " " + one.test().print();
    }
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), " and ", Condition.Some.class);
    }
    if (condition instanceof Condition.Some some) {
      return joined(some.parts(), " or ", Condition.All.class);
    }
    if (condition instanceof Condition.Not not) {
      boolean simple = not.part() instanceof Condition.One;
      return simple ? "not " + words(not.part()) : "not (" + words(not.part()) + ")";
    }
    return "what cannot be known here";
  }

  private static String joined(
      ImmutableList<Condition> parts, String by, Class<? extends Condition> inBrackets) {
    Function<Condition, String> word =
        part -> inBrackets.isInstance(part) ? "(" + words(part) + ")" : words(part);
    return parts.stream().map(word).collect(Collectors.joining(by));
  }
}
