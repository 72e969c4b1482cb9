// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The conditions on metadata in istiod's RBAC filters, in the form that Envoy has put in place of
 * the deprecated one and that Rutter sends, says docs/differences-from-istio.md.
 */
final class SourcedMetadata {
  private static final String DEPRECATED = "metadata";

  private SourcedMetadata() {}

  /** A translation in JSON with the conditions in that form. */
  static String in(String output) {
    JsonElement translation = JsonParser.parseString(output);
    replace(translation);
    return translation.toString();
  }

  private static void replace(JsonElement element) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(SourcedMetadata::replace);
    } else if (element.isJsonObject()) {
      JsonObject object = element.getAsJsonObject();
      for (String name : ImmutableList.copyOf(object.keySet())) {
        JsonElement value = object.get(name);
        if (name.equals(DEPRECATED) && isCondition(value)) {
          JsonObject sourced = new JsonObject();
          sourced.add("metadataMatcher", object.remove(name));
          object.add("sourcedMetadata", sourced);
        } else {
          replace(value);
        }
      }
    }
  }

  /** The metadata of a resource has names of filters as keys, a condition has these fields. */
  private static boolean isCondition(JsonElement value) {
    return value.isJsonObject()
        && value.getAsJsonObject().has("filter")
        && value.getAsJsonObject().has("path")
        && value.getAsJsonObject().has("value");
  }
}
