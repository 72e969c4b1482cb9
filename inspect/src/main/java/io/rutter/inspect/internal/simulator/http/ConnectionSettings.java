// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.primitives.Longs;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.HeadersWithUnderscoresAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction;
import io.rutter.inspect.Call;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.RequestSyntax;
import java.util.Optional;

/**
 * What a connection manager does to a request before it is routed: rejects it, normalizes its path
 * and host, and determines the client's scheme.
 */
final class ConnectionSettings {
  private static final int DEFAULT_HEADERS_KB = 60;
  private static final int BAD_REQUEST = 400;
  private static final int TEMPORARY_REDIRECT = 307;

  private ConnectionSettings() {}

  /**
   * The result for a request: the changed request, or an answer.
   *
   * @param request the request to route
   * @param refusal why it is rejected
   * @param redirect the redirect that answers it
   */
  record Outcome(
      HttpRequest request,
      Optional<RequestSyntax.Refusal> refusal,
      Optional<RedirectAnswer> redirect) {}

  static Outcome apply(HttpConnectionManager manager, HttpRequest original, Call call) {
    HttpRequest request = withAbsolutePath(original);
    int kilobytes =
        manager.hasMaxRequestHeadersKb()
            ? manager.getMaxRequestHeadersKb().getValue()
            : DEFAULT_HEADERS_KB;
    Optional<RequestSyntax.Refusal> refusal =
        RequestSyntax.check(
            request,
            call.protocol(),
            kilobytes * 1024L,
            manager.getHttpProtocolOptions().getAllowCustomMethods());
    if (refusal.isEmpty()) {
      refusal = underscores(manager, request);
    }
    if (refusal.isPresent()) {
      return new Outcome(request, refusal, Optional.empty());
    }
    return path(manager, host(manager, scheme(manager, dropUnderscores(manager, request)), call));
  }

  /** HTTP/1 allows an absolute URL in place of the path, which then determines host and scheme. */
  private static HttpRequest withAbsolutePath(HttpRequest request) {
    String path = request.path();
    String scheme =
        path.startsWith("http://") ? "http" : path.startsWith("https://") ? "https" : "";
    if (scheme.isEmpty() || request.method().equals("CONNECT")) {
      return request;
    }
    int host = scheme.length() + 3;
    int end = host;
    while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
      end++;
    }
    String rest = path.substring(end);
    return request
        .withHost(path.substring(host, end))
        .withPath(rest.startsWith("/") ? rest : "/" + rest)
        .withScheme(scheme);
  }

  private static Optional<RequestSyntax.Refusal> underscores(
      HttpConnectionManager manager, HttpRequest request) {
    boolean rejects =
        manager.getCommonHttpProtocolOptions().getHeadersWithUnderscoresAction()
            == HeadersWithUnderscoresAction.REJECT_REQUEST;
    return rejects && request.headers().keySet().stream().anyMatch(name -> name.contains("_"))
        ? Optional.of(new RequestSyntax.Refusal(BAD_REQUEST, "a header has an underscore"))
        : Optional.empty();
  }

  private static HttpRequest dropUnderscores(HttpConnectionManager manager, HttpRequest request) {
    if (manager.getCommonHttpProtocolOptions().getHeadersWithUnderscoresAction()
        != HeadersWithUnderscoresAction.DROP_HEADER) {
      return request;
    }
    ImmutableListMultimap.Builder<String, String> kept = ImmutableListMultimap.builder();
    request
        .headers()
        .entries()
        .forEach(
            header -> {
              if (!header.getKey().contains("_")) {
                kept.put(header);
              }
            });
    return request.withHeaders(kept.build());
  }

  /** The scheme; a trusted {@code x-forwarded-proto} takes precedence over the connection. */
  private static HttpRequest scheme(HttpConnectionManager manager, HttpRequest request) {
    boolean trusted =
        !manager.getUseRemoteAddress().getValue() || manager.getXffNumTrustedHops() > 0;
    Optional<String> forwarded =
        request
            .header("x-forwarded-proto")
            .map(proto -> proto.toLowerCase(ROOT))
            .filter(proto -> proto.equals("http") || proto.equals("https"));
    return trusted && forwarded.isPresent() ? request.withScheme(forwarded.get()) : request;
  }

  private static Outcome path(HttpConnectionManager manager, HttpRequest request) {
    String path = request.path();
    if (request.method().equals("CONNECT")) {
      return new Outcome(request, Optional.empty(), Optional.empty());
    }
    PathWithEscapedSlashesAction action = manager.getPathWithEscapedSlashesAction();
    boolean keeps =
        action == PathWithEscapedSlashesAction.KEEP_UNCHANGED
            || action == PathWithEscapedSlashesAction.IMPLEMENTATION_SPECIFIC_DEFAULT;
    String unescaped = keeps ? path : PathNormalization.unescapeSlashes(path);
    boolean escaped = !unescaped.equals(path);
    if (escaped && action == PathWithEscapedSlashesAction.REJECT_REQUEST) {
      return refused(request, "path_with_escaped_slashes_action REJECT_REQUEST");
    }
    Optional<String> normalized =
        manager.getNormalizePath().getValue()
            ? PathNormalization.normalize(unescaped)
            : Optional.of(unescaped);
    if (normalized.isEmpty()) {
      return refused(request, "normalize_path: the path has an encoded zero byte");
    }
    String result =
        manager.getMergeSlashes()
            ? PathNormalization.mergeSlashes(normalized.get())
            : normalized.get();
    return new Outcome(
        request.withPath(result),
        Optional.empty(),
        escaped && action == PathWithEscapedSlashesAction.UNESCAPE_AND_REDIRECT
            ? Optional.of(new RedirectAnswer(TEMPORARY_REDIRECT, result))
            : Optional.empty());
  }

  private static Outcome refused(HttpRequest request, String reason) {
    return new Outcome(
        request, Optional.of(new RequestSyntax.Refusal(BAD_REQUEST, reason)), Optional.empty());
  }

  private static HttpRequest host(HttpConnectionManager manager, HttpRequest request, Call call) {
    String host = request.host();
    int colon = Hosts.portStart(host);
    Long port = colon < 0 ? null : Longs.tryParse(host.substring(colon + 1));
    boolean connect = request.method().equals("CONNECT");
    boolean strips =
        port != null
            && !connect
            && (manager.getStripAnyHostPort()
                || (manager.getStripMatchingHostPort() && port.longValue() == call.port()));
    if (strips) {
      host = host.substring(0, colon);
      colon = -1;
    }
    int end = colon < 0 ? host.length() : colon;
    if (manager.getStripTrailingHostDot() && end > 0 && host.charAt(end - 1) == '.') {
      host = host.substring(0, end - 1) + host.substring(end);
    }
    return request.withHost(host);
  }
}
