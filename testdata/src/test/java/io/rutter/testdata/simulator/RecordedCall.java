// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call and the end that istiod's own simulator recorded for it.
 *
 * @param name what the record calls it
 * @param call the call, as it is written
 * @param expected the end: only the keys that are not empty
 */
record RecordedCall(String name, JsonObject call, Map<String, String> expected) {

  /** Reads {@code NAME.calls.json}. */
  static List<RecordedCall> read(Path file) throws IOException {
    List<RecordedCall> all = new ArrayList<>();
    for (JsonElement element : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
      JsonObject record = element.getAsJsonObject();
      Map<String, String> expected = new TreeMap<>();
      record
          .getAsJsonObject("result")
          .entrySet()
          .forEach(entry -> expected.put(entry.getKey(), entry.getValue().getAsString()));
      all.add(
          new RecordedCall(
              record.get("name").getAsString(), record.getAsJsonObject("call"), expected));
    }
    return all;
  }

  /**
   * The call for the simulator.
   *
   * @param sidecar whether the proxy is one: a call without a mode is then redirected, because
   *     istiod's simulator gives {@code virtualOutbound} what no other listener takes
   */
  Call toCall(boolean sidecar) {
    Call.Builder builder =
        Call.builder()
            .mode(mode(sidecar))
            .address(text("address"))
            .port(call.get("port").getAsInt())
            .protocol(
                text("protocol").isEmpty()
                    ? CallProtocol.TCP
                    : CallProtocol.valueOf(text("protocol").toUpperCase(Locale.ROOT)))
            .tls(tls())
            .clientCertificate(true)
            .path(text("path"))
            .host(text("host"));
    if (!text("sni").isEmpty()) {
      builder.sni(text("sni"));
    }
    if (!text("alpn").isEmpty()) {
      builder.alpn(text("alpn"));
    }
    if (!text("mtlsSecret").isEmpty()) {
      builder.mtlsSecret(text("mtlsSecret"));
    }
    for (Map.Entry<String, JsonElement> header : call.getAsJsonObject("headers").entrySet()) {
      JsonElement values = header.getValue();
      if (values.isJsonArray()) {
        values
            .getAsJsonArray()
            .forEach(value -> builder.header(header.getKey(), value.getAsString()));
      } else {
        builder.header(header.getKey(), values.getAsString());
      }
    }
    return builder.build();
  }

  /** A result in the form of the record. */
  static Map<String, String> recorded(CallResult result) {
    Map<String, String> recorded = new TreeMap<>();
    result.listener().ifPresent(name -> recorded.put("listener", name));
    result.filterChain().ifPresent(name -> recorded.put("filterChain", name));
    result.routeConfiguration().ifPresent(name -> recorded.put("routeConfig", name));
    result.virtualHost().ifPresent(name -> recorded.put("virtualHost", name));
    result.route().ifPresent(name -> recorded.put("route", name));
    result.cluster().ifPresent(name -> recorded.put("cluster", name));
    result.error().map(CallError::message).ifPresent(message -> recorded.put("error", message));
    recorded.values().removeIf(String::isEmpty);
    return recorded;
  }

  private CallMode mode(boolean sidecar) {
    String mode = text("mode");
    return mode.isEmpty()
        ? sidecar ? CallMode.OUTBOUND : CallMode.GATEWAY
        : CallMode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  /** A server name is part of TLS, whatever the record says. */
  private CallTls tls() {
    CallTls mode = CallTls.valueOf(text("tls").toUpperCase(Locale.ROOT));
    return mode == CallTls.PLAINTEXT && !text("sni").isEmpty() ? CallTls.TLS : mode;
  }

  private String text(String key) {
    return call.has(key) ? call.get(key).getAsString() : "";
  }
}
