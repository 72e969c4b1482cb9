// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.ClientHello;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.RequestSyntax;
import io.rutter.inspect.internal.simulator.call.Trail;
import java.util.ArrayList;
import java.util.List;

/**
 * What the listener's inspectors detect before a filter chain is selected. Without the TLS
 * inspector every connection counts as {@code raw_buffer} and has no server name.
 */
public final class ConnectionInspection {
  private static final String ORIGINAL_DESTINATION = "envoy.filters.listener.original_dst";
  private static final String ORIGINAL_DESTINATION_TYPE = "original_dst.v3.OriginalDst";
  private static final String TLS_INSPECTOR = "envoy.filters.listener.tls_inspector";
  private static final String TLS_INSPECTOR_TYPE = "tls_inspector.v3.TlsInspector";
  private static final String HTTP_INSPECTOR = "envoy.filters.listener.http_inspector";
  private static final String HTTP_INSPECTOR_TYPE = "http_inspector.v3.HttpInspector";

  private ConnectionInspection() {}

  static boolean restoresDestination(Listener listener) {
    return listener.getUseOriginalDst().getValue()
        || listener.getListenerFiltersList().stream()
            .anyMatch(filter -> is(filter, ORIGINAL_DESTINATION, ORIGINAL_DESTINATION_TYPE));
  }

  public static Connection inspect(Listener listener, Call call, Trail trail) {
    boolean quic = call.protocol() == CallProtocol.HTTP3;
    boolean tls = runs(listener, TLS_INSPECTOR, TLS_INSPECTOR_TYPE, call.port()) || quic;
    boolean http = runs(listener, HTTP_INSPECTOR, HTTP_INSPECTOR_TYPE, call.port());
    boolean encrypted = call.tls() != CallTls.PLAINTEXT || quic;
    List<String> learned = new ArrayList<>();
    String serverName = "";
    ImmutableList<String> protocols = ImmutableList.of();
    if (encrypted && tls) {
      serverName = ClientHello.serverName(call).toLowerCase(ROOT);
      protocols = ClientHello.applicationProtocols(call);
      learned.add(
          "TLS with server name \"" + serverName + "\" and application protocols " + protocols);
    } else if (!encrypted && http && isHttp(call)) {
      protocols = ImmutableList.of(call.protocol() == CallProtocol.HTTP ? "http/1.1" : "h2c");
      learned.add("application protocols " + protocols);
    }
    String transport = quic ? "quic" : encrypted && tls ? "tls" : "raw_buffer";
    trail.step(
        Stage.LISTENER_FILTERS,
        transport,
        (tls ? "TLS inspector" : "no TLS inspector")
            + (http ? ", HTTP inspector" : ", no HTTP inspector")
            + (learned.isEmpty() ? ": nothing learned" : ": " + String.join(", ", learned)));
    return new Connection(call, serverName, transport, protocols);
  }

  /** Whether the call counts as HTTP; a malformed HTTP/1 request does not. */
  private static boolean isHttp(Call call) {
    return call.protocol() == CallProtocol.HTTP2
        || (call.protocol() == CallProtocol.HTTP
            && RequestSyntax.isFirstLine(call.method(), call.path()));
  }

  private static boolean runs(Listener listener, String name, String type, int port) {
    return listener.getListenerFiltersList().stream()
        .filter(filter -> is(filter, name, type))
        .anyMatch(
            filter -> !filter.hasFilterDisabled() || !matches(filter.getFilterDisabled(), port, 0));
  }

  private static boolean is(ListenerFilter filter, String name, String type) {
    return filter.hasTypedConfig()
        ? filter.getTypedConfig().getTypeUrl().endsWith("." + type)
        : filter.getName().equals(name);
  }

  private static boolean matches(ListenerFilterChainMatchPredicate predicate, int port, int depth) {
    if (depth > 50) {
      return false;
    }
    return switch (predicate.getRuleCase()) {
      case OR_MATCH ->
          predicate.getOrMatch().getRulesList().stream()
              .anyMatch(rule -> matches(rule, port, depth + 1));
      case AND_MATCH ->
          predicate.getAndMatch().getRulesList().stream()
              .allMatch(rule -> matches(rule, port, depth + 1));
      case NOT_MATCH -> !matches(predicate.getNotMatch(), port, depth + 1);
      case ANY_MATCH -> predicate.getAnyMatch();
      case DESTINATION_PORT_RANGE ->
          port >= predicate.getDestinationPortRange().getStart()
              && port < predicate.getDestinationPortRange().getEnd();
      case RULE_NOT_SET -> false;
    };
  }
}
