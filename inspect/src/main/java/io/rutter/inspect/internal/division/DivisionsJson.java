// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.base.Ascii;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.rutter.inspect.CallResolver;
import io.rutter.model.problem.SourceMap;
import io.rutter.model.problem.VisibleText;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.XdsResources;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The divisions of a mesh, as {@link io.rutter.inspect.division.CallDivisions} says. */
public final class DivisionsJson {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  private final CompiledMesh mesh;
  private final SourceMap sources;
  private final AnswerList answers = new AnswerList();
  private final Map<JsonObject, Integer> divisions = new LinkedHashMap<>();
  private final Map<DividedCall.Key, JsonObject> requests = new HashMap<>();

  private DivisionsJson(CompiledMesh mesh, SourceMap sources) {
    this.mesh = mesh;
    this.sources = sources;
  }

  public static String of(CompiledMesh mesh, SourceMap sources) {
    DivisionsJson divisions = new DivisionsJson(mesh, sources);
    JsonArray clients = new JsonArray();
    ClientGroup.of(mesh).forEach(group -> clients.add(divisions.client(group)));
    JsonObject json = new JsonObject();
    json.add("clients", clients);
    JsonArray all = new JsonArray();
    divisions.divisions.keySet().forEach(all::add);
    json.add("divisions", all);
    json.add("answers", divisions.answers.all());
    return VisibleText.inJson(JSON.toJson(json));
  }

  private JsonObject client(ClientGroup group) {
    XdsResources resources = group.resources();
    JsonObject client = new JsonObject();
    JsonArray proxies = new JsonArray();
    group.proxies().forEach(proxies::add);
    client.add("proxies", proxies);
    client.addProperty("type", Ascii.toLowerCase(resources.proxy().type().name()));
    CallResolver resolver = CallResolver.of(mesh.snapshot(), resources.proxy());
    DividedCall divided = new DividedCall(resources, resolver, sources, answers, requests);
    JsonArray calls = new JsonArray();
    for (KnownCall call :
        KnownCall.of(resources.proxy(), divided.index(), mesh.snapshot(), resolver)) {
      DividedCall.Division division = divided.of(call);
      JsonObject json = new JsonObject();
      json.addProperty("host", call.host());
      json.addProperty("port", call.port());
      json.addProperty("scheme", division.scheme());
      json.addProperty(
          "division", divisions.computeIfAbsent(division.json(), key -> divisions.size()));
      calls.add(json);
    }
    client.add("calls", calls);
    return client;
  }
}
