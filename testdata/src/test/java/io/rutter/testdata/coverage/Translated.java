// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.model.problem.Severity;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.output.JsonOutput;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;

/**
 * The translation of a text.
 *
 * @param output the resources of all proxies, by name, as JSON
 * @param errors how many problems of the input are errors
 */
record Translated(JsonElement output, long errors) {
  static Translated of(String yaml, TranslationOptions options) {
    LoadResult loaded = YamlLoader.create().load(YamlSource.text("input.yaml", yaml));
    Translation translation =
        Translation.of(
            Translator.create(options).compile(loaded.snapshot()), loaded.snapshot().proxies());
    StringBuilder json = new StringBuilder();
    try {
      JsonOutput.write(translation, EnumSet.allOf(ResourceKind.class), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Translated(
        byName(JsonParser.parseString(json.toString())),
        loaded.problems().stream().filter(p -> p.severity() == Severity.ERROR).count());
  }

  /** Lists of resources as maps by name, so that one more does not shift the others. */
  private static JsonElement byName(JsonElement translation) {
    JsonObject named = new JsonObject();
    translation
        .getAsJsonObject()
        .getAsJsonObject("proxies")
        .entrySet()
        .forEach(
            proxy ->
                proxy
                    .getValue()
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(kind -> add(named, proxy.getKey(), kind.getKey(), kind.getValue())));
    return named;
  }

  private static void add(JsonObject named, String proxy, String kind, JsonElement resources) {
    if (!named.has(kind)) {
      named.add(kind, new JsonObject());
    }
    JsonObject byName = named.getAsJsonObject(kind);
    resources.getAsJsonArray().forEach(r -> byName.add(proxy + " " + nameOf(r), r));
  }

  private static String nameOf(JsonElement resource) {
    com.google.gson.JsonObject object = resource.getAsJsonObject();
    return object.get(object.has("name") ? "name" : "clusterName").getAsString();
  }
}
