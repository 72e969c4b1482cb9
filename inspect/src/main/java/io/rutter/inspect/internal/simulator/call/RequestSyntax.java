// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.CallProtocol;
import java.util.Map;
import java.util.Optional;

/** What Envoy's codec rejects before a request is processed. */
public final class RequestSyntax {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int TOO_LARGE = 431;

  /** The approximate size of a request apart from headers and path. */
  private static final int HEAD_OVERHEAD = 26;

  private static final ImmutableSet<String> HTTP1_METHODS =
      ImmutableSet.of(
          "ACL",
          "BIND",
          "CHECKOUT",
          "CONNECT",
          "COPY",
          "DELETE",
          "GET",
          "HEAD",
          "LINK",
          "LOCK",
          "MERGE",
          "MKACTIVITY",
          "MKCALENDAR",
          "MKCOL",
          "MOVE",
          "MSEARCH",
          "NOTIFY",
          "OPTIONS",
          "PATCH",
          "POST",
          "PROPFIND",
          "PROPPATCH",
          "PURGE",
          "PUT",
          "REBIND",
          "REPORT",
          "SEARCH",
          "SOURCE",
          "SUBSCRIBE",
          "TRACE",
          "UNBIND",
          "UNLINK",
          "UNLOCK",
          "UNSUBSCRIBE");

  private static final CharMatcher VISIBLE = CharMatcher.inRange('!', '~');
  private static final CharMatcher HOST =
      CharMatcher.inRange('0', '9')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.anyOf("!$%&'()*+,-.:;=@[]_~"));
  private static final CharMatcher NAME =
      CharMatcher.inRange('0', '9')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.anyOf("!#$%&'*+-.^_`|~"));
  private static final CharMatcher NOT_IN_VALUES =
      CharMatcher.inRange('\u0000', '\u001f')
          .or(CharMatcher.is('\u007f'))
          .and(CharMatcher.isNot('\t'));

  private RequestSyntax() {}

  /**
   * A rejected request.
   *
   * @param status the status of the answer
   * @param reason what is wrong
   */
  public record Refusal(int status, String reason) {}

  /**
   * Why a request is rejected; absent if it is not.
   *
   * @param mostBytes the maximal size of its headers ({@code max_request_headers_kb})
   * @param customMethods whether HTTP/1 may have any method ({@code allow_custom_methods})
   */
  public static Optional<Refusal> check(
      HttpRequest request, CallProtocol protocol, long mostBytes, boolean customMethods) {
    if (size(request) > mostBytes) {
      return refusal(
          TOO_LARGE, "max_request_headers_kb: the request has " + size(request) + " bytes");
    }
    boolean http1 = protocol == CallProtocol.HTTP;
    boolean unknown = http1 && !customMethods && !HTTP1_METHODS.contains(request.method());
    if (unknown || request.method().isEmpty() || !NAME.matchesAllOf(request.method())) {
      return refusal(
          BAD_REQUEST, "method \"" + Abbreviation.of(request.method()) + "\" is unknown");
    }
    if (!HOST.matchesAllOf(request.host())) {
      return refusal(BAD_REQUEST, "host \"" + Abbreviation.of(request.host()) + "\" is none");
    }
    for (Map.Entry<String, String> header : request.headers().entries()) {
      boolean wrongName = header.getKey().isEmpty() || !NAME.matchesAllOf(header.getKey());
      if (wrongName || NOT_IN_VALUES.matchesAnyOf(header.getValue())) {
        return refusal(BAD_REQUEST, "header \"" + Abbreviation.of(header.getKey()) + "\" is none");
      }
    }
    return path(request, http1);
  }

  /**
   * Whether an HTTP/1 parser accepts the first line, which is all that the HTTP inspector reads. It
   * takes any method, also one that the connection manager then answers with 400.
   */
  public static boolean isFirstLine(String method, String path) {
    boolean target =
        path.startsWith("/")
            || path.startsWith("http://")
            || path.startsWith("https://")
            || path.equals("*")
            || method.equals("CONNECT");
    return !method.isEmpty() && NAME.matchesAllOf(method) && target && VISIBLE.matchesAllOf(path);
  }

  private static Optional<Refusal> path(HttpRequest request, boolean http1) {
    String path = request.path();
    if (request.method().equals("CONNECT")) {
      return Optional.empty();
    }
    if (path.equals("*") && request.method().equals("OPTIONS")) {
      return refusal(NOT_FOUND, "path * is not routed");
    }
    if (!path.startsWith("/")) {
      return refusal(
          http1 || path.isEmpty() ? BAD_REQUEST : NOT_FOUND,
          "path \"" + Abbreviation.of(path) + "\" does not start with /");
    }
    if (!VISIBLE.matchesAllOf(path)) {
      return refusal(
          BAD_REQUEST, "path \"" + Abbreviation.of(path) + "\" has characters that none has");
    }
    return path.indexOf('#') >= 0
        ? refusal(BAD_REQUEST, "path \"" + Abbreviation.of(path) + "\" has a fragment")
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(int status, String reason) {
    return Optional.of(new Refusal(status, reason));
  }

  private static long size(HttpRequest request) {
    long headers =
        request.headers().entries().stream()
            .mapToLong(header -> header.getKey().length() + header.getValue().length())
            .sum();
    return headers
        + request.path().length()
        + request.host().length()
        + request.method().length()
        + HEAD_OVERHEAD;
  }
}
