// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import static java.util.Locale.ROOT;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.InjectedFault;
import io.rutter.inspect.Origin;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Step;
import io.rutter.model.problem.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Prints a result as JSON; absent fields are left out. Fractions are in percent. */
public final class ResultJson {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ResultJson() {}

  /** The JSON, without a line end. */
  public static String print(Call call, CallResult result) {
    JsonObject json = new JsonObject();
    json.add("call", call(call));
    json.add("result", result(result));
    return VisibleText.inJson(JSON.toJson(json));
  }

  private static JsonObject call(Call call) {
    JsonObject json = new JsonObject();
    call.mode().ifPresent(mode -> json.addProperty("mode", name(mode)));
    json.addProperty("address", call.address());
    json.addProperty("port", call.port());
    json.addProperty("protocol", name(call.protocol()));
    json.addProperty("tls", name(call.tls()));
    AccessJson.ofCall(call, json);
    if (call.protocol().isHttp()) {
      json.addProperty("method", call.method());
      call.host().ifPresent(host -> json.addProperty("host", host));
      json.addProperty("path", call.path());
    }
    return json;
  }

  private static JsonObject result(CallResult result) {
    JsonObject json = new JsonObject();
    text(json, "listener", result.listener());
    text(json, "filterChain", result.filterChain());
    text(json, "routeConfiguration", result.routeConfiguration());
    text(json, "virtualHost", result.virtualHost());
    text(json, "route", result.route());
    text(json, "virtualCluster", result.virtualCluster());
    list(json, "clusters", result.clusters(), ResultJson::cluster);
    list(json, "mirrors", result.mirrors(), mirror -> share(mirror.cluster(), mirror.share()));
    result
        .redirect()
        .ifPresent(
            redirect -> {
              JsonObject object = new JsonObject();
              object.addProperty("status", redirect.status());
              object.addProperty("location", redirect.location());
              json.add("redirect", object);
            });
    result
        .directResponse()
        .ifPresent(
            direct -> {
              JsonObject object = new JsonObject();
              object.addProperty("status", direct.status());
              object.addProperty("body", direct.body());
              json.add("directResponse", object);
            });
    result.fault().ifPresent(fault -> json.add("fault", fault(fault)));
    result
        .request()
        .ifPresent(
            request -> {
              JsonObject object = new JsonObject();
              object.addProperty("host", request.host());
              object.addProperty("path", request.path());
              JsonObject headers = new JsonObject();
              request
                  .headers()
                  .asMap()
                  .forEach(
                      (name, values) ->
                          headers.add(name, array(List.copyOf(values), JsonPrimitive::new)));
              object.add("headers", headers);
              json.add("request", object);
            });
    list(json, "requestHeaders", result.requestHeaders(), ResultJson::change);
    list(json, "responseHeaders", result.responseHeaders(), ResultJson::change);
    AccessJson.ofResult(result, json);
    text(json, "error", result.error().map(CallError::message));
    result.errorStatus().ifPresent(status -> json.addProperty("errorStatus", status));
    json.addProperty("share", Shares.percent(result.share()));
    json.add("explanation", array(result.explanation(), ResultJson::step));
    json.add("origins", array(result.origins(), ResultJson::origin));
    result.otherwise().ifPresent(rest -> json.add("otherwise", result(rest)));
    return json;
  }

  private static JsonElement cluster(ClusterShare cluster) {
    JsonObject json = share(cluster.cluster(), cluster.share());
    json.addProperty("known", cluster.known());
    list(json, "requestHeaders", cluster.requestHeaders(), ResultJson::change);
    list(json, "responseHeaders", cluster.responseHeaders(), ResultJson::change);
    return json;
  }

  private static JsonObject share(String cluster, double share) {
    JsonObject json = new JsonObject();
    json.addProperty("cluster", cluster);
    json.addProperty("share", Shares.percent(share));
    return json;
  }

  private static JsonElement change(HeaderChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("action", name(change.action()));
    json.addProperty("name", change.name());
    json.addProperty("value", change.value());
    return json;
  }

  private static JsonElement fault(InjectedFault fault) {
    JsonObject json = new JsonObject();
    fault.delay().ifPresent(delay -> json.addProperty("delayMillis", delay.toMillis()));
    json.addProperty("delayShare", Shares.percent(fault.delayShare()));
    fault.abortStatus().ifPresent(status -> json.addProperty("abortStatus", status));
    fault.abortGrpcStatus().ifPresent(status -> json.addProperty("abortGrpcStatus", status));
    json.addProperty("abortShare", Shares.percent(fault.abortShare()));
    return json;
  }

  private static JsonElement step(Step step) {
    JsonObject json = new JsonObject();
    json.addProperty("stage", name(step.stage()));
    json.addProperty("chosen", step.chosen());
    json.addProperty("reason", step.reason());
    list(json, "rejected", step.rejected(), ResultJson::rejected);
    return json;
  }

  private static JsonElement rejected(RejectedCandidate other) {
    JsonObject json = new JsonObject();
    json.addProperty("name", other.name());
    json.addProperty("condition", other.condition());
    return json;
  }

  private static JsonElement origin(Origin origin) {
    JsonObject json = new JsonObject();
    json.addProperty("stage", name(origin.stage()));
    json.addProperty("object", origin.object().toString());
    if (!origin.path().isEmpty()) {
      json.addProperty("path", origin.path());
    }
    origin.location().ifPresent(at -> json.add("location", LocationJson.of(at)));
    return json;
  }

  private static <T> void list(
      JsonObject json, String field, List<T> values, Function<T, JsonElement> print) {
    if (!values.isEmpty()) {
      json.add(field, array(values, print));
    }
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonElement> print) {
    JsonArray all = new JsonArray();
    values.forEach(value -> all.add(print.apply(value)));
    return all;
  }

  private static void text(JsonObject json, String field, Optional<String> value) {
    value.ifPresent(text -> json.addProperty(field, text));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(ROOT);
  }
}
