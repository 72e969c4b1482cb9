// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.common.base.Splitter;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.internal.simulator.call.ClientHello;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The {@code %} commands in the values of request headers, as far as the call decides them (Envoy:
 * access log command operators). A value with another command stays as written.
 *
 * @param call the call
 * @param request the request before header changes
 * @param route the matched route
 */
record HeaderCommands(Call call, HttpRequest request, Route route) {
  private static final Pattern COMMAND =
      Pattern.compile("%(%|([A-Z_]+)(?:\\(([^()]*)\\))?(?::(\\d{1,9}))?%)");

  /**
   * The change with its value; empty if the value becomes empty, since Envoy makes no change then.
   */
  Optional<HeaderChange> replaced(HeaderChange change) {
    if (change.value().indexOf('%') < 0) {
      return Optional.of(change);
    }
    String value = value(change.value());
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new HeaderChange(change.action(), change.name(), value));
  }

  private String value(String format) {
    StringBuilder value = new StringBuilder();
    Matcher matcher = COMMAND.matcher(format);
    int done = 0;
    while (matcher.find()) {
      Optional<String> text =
          matcher.group(1).equals("%")
              ? Optional.of("%")
              : command(matcher.group(2), Optional.ofNullable(matcher.group(3)))
                  .map(whole -> shortened(whole, Optional.ofNullable(matcher.group(4))));
      if (text.isEmpty()) {
        return format;
      }
      value.append(format, done, matcher.start()).append(text.get());
      done = matcher.end();
    }
    return value.append(format.substring(done)).toString();
  }

  /** The value of a command; absent if the call does not determine it. */
  private Optional<String> command(String name, Optional<String> argument) {
    return switch (name) {
      case "REQ" -> argument.map(this::header);
      case "PROTOCOL" -> Optional.of(protocol());
      case "ROUTE_NAME" -> Optional.of(route.getName());
      case "REQUESTED_SERVER_NAME" ->
          Optional.of(call.tls() == CallTls.PLAINTEXT ? "" : ClientHello.serverName(call));
      case "DOWNSTREAM_LOCAL_ADDRESS" ->
          Optional.of(Hosts.ofAddress(call.address()) + ":" + call.port());
      case "DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT" -> Optional.of(call.address());
      case "DOWNSTREAM_LOCAL_PORT" -> Optional.of(String.valueOf(call.port()));
      case "DOWNSTREAM_DIRECT_REMOTE_ADDRESS" -> Optional.of(remote());
      case "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT" -> Optional.of(call.sourceAddress());
      case "DOWNSTREAM_REMOTE_ADDRESS" -> isFromPeer() ? Optional.of(remote()) : Optional.empty();
      case "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT" ->
          isFromPeer() ? Optional.of(call.sourceAddress()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** {@code X?Y}: the header X, else Y; empty if both are missing. */
  private String header(String names) {
    List<String> candidates = Splitter.on('?').limit(2).splitToList(names);
    return candidates.stream()
        .flatMap(name -> request.firstValue(name).stream())
        .findFirst()
        .orElse("");
  }

  private String protocol() {
    return switch (call.protocol()) {
      case HTTP2 -> "HTTP/2";
      case HTTP3 -> "HTTP/3";
      default -> "HTTP/1.1";
    };
  }

  private String remote() {
    return Hosts.ofAddress(call.sourceAddress()) + ":" + call.sourcePort();
  }

  /** Whether no earlier proxy has set {@code x-forwarded-for}. */
  private boolean isFromPeer() {
    return !request.headers().containsKey("x-forwarded-for");
  }

  private static String shortened(String text, Optional<String> most) {
    int length = most.map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    return text.length() <= length ? text : text.substring(0, length);
  }
}
