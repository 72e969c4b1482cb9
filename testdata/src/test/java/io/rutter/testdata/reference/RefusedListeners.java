// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Envoy would refuse of istiod's listeners: two filter chains whose matches have something in
 * common in every condition. Rutter differs there on purpose, says docs/differences-from-istio.md.
 */
final class RefusedListeners {
  private static final List<String> CONDITIONS =
      List.of(
          "destinationPort",
          "prefixRanges",
          "serverNames",
          "transportProtocol",
          "applicationProtocols",
          "sourceType",
          "sourcePrefixRanges",
          "sourcePorts");

  private RefusedListeners() {}

  /** The names of such listeners in istiod's output, with their proxies. */
  static List<String> in(String output) {
    List<String> refused = new ArrayList<>();
    JsonObject proxies =
        JsonParser.parseString(output).getAsJsonObject().getAsJsonObject("proxies");
    for (String proxy : proxies.keySet()) {
      for (JsonElement element : proxies.getAsJsonObject(proxy).getAsJsonArray("listeners")) {
        JsonObject listener = element.getAsJsonObject();
        if (listener.has("filterChains") && overlap(listener)) {
          refused.add(proxy + " " + listener.get("name").getAsString());
        }
      }
    }
    return refused;
  }

  private static boolean overlap(JsonObject listener) {
    Set<List<String>> taken = new HashSet<>();
    for (JsonElement chain : listener.getAsJsonArray("filterChains")) {
      JsonElement match = chain.getAsJsonObject().get("filterChainMatch");
      Set<List<String>> wanted =
          combinations(match == null ? new JsonObject() : match.getAsJsonObject());
      if (wanted.stream().anyMatch(taken::contains)) {
        return true;
      }
      taken.addAll(wanted);
    }
    return false;
  }

  /** A match once for each choice of one value per condition. */
  private static Set<List<String>> combinations(JsonObject match) {
    return Sets.cartesianProduct(
        CONDITIONS.stream().map(condition -> values(match.get(condition))).toList());
  }

  private static ImmutableSet<String> values(@Nullable JsonElement value) {
    if (value == null) {
      return ImmutableSet.of("");
    }
    ImmutableList<JsonElement> values =
        value.isJsonArray()
            ? ImmutableList.copyOf(value.getAsJsonArray())
            : ImmutableList.of(value);
    return values.isEmpty()
        ? ImmutableSet.of("")
        : values.stream().map(JsonElement::toString).collect(ImmutableSet.toImmutableSet());
  }
}
