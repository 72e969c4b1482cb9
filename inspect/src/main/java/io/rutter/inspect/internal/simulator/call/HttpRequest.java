// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import java.util.Optional;

/**
 * A request as the router sees it.
 *
 * @param method the method
 * @param scheme {@code http} or {@code https}: what the client used
 * @param host the host; may be empty
 * @param path the path with its query
 * @param headers all other headers, names in lower case
 */
public record HttpRequest(
    String method,
    String scheme,
    String host,
    String path,
    ImmutableListMultimap<String, String> headers) {

  private static final ImmutableSet<String> ONE_LINE =
      ImmutableSet.of("authorization", "x-forwarded-for");

  public static HttpRequest of(Call call) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    Optional<String> host = call.host();
    for (var header : call.headers().entries()) {
      String name = header.getKey().toLowerCase(ROOT);
      if (!name.equals("host") && !name.equals(":authority")) {
        headers.put(name, header.getValue().strip());
      } else if (host.isEmpty()) {
        host = Optional.of(header.getValue());
      }
    }
    boolean encrypted = call.tls() != CallTls.PLAINTEXT || call.protocol() == CallProtocol.HTTP3;
    return new HttpRequest(
        call.method(),
        encrypted ? "https" : "http",
        host.map(String::strip).orElseGet(() -> Hosts.of(call)),
        call.path(),
        joined(headers.build()));
  }

  /** Envoy keeps these as one line, however many were sent. */
  private static ImmutableListMultimap<String, String> joined(
      ImmutableListMultimap<String, String> lines) {
    ImmutableListMultimap.Builder<String, String> result = ImmutableListMultimap.builder();
    for (String name : lines.keySet()) {
      ImmutableList<String> values = lines.get(name);
      if (ONE_LINE.contains(name)) {
        result.put(name, String.join(",", values));
      } else {
        result.putAll(name, values);
      }
    }
    return result.build();
  }

  public HttpRequest withScheme(String newScheme) {
    return new HttpRequest(method, newScheme, host, path, headers);
  }

  public HttpRequest withHost(String newHost) {
    return new HttpRequest(method, scheme, newHost, path, headers);
  }

  public HttpRequest withPath(String newPath) {
    return new HttpRequest(method, scheme, host, newPath, headers);
  }

  public HttpRequest withHeaders(ImmutableListMultimap<String, String> newHeaders) {
    return new HttpRequest(method, scheme, host, path, newHeaders);
  }

  /**
   * The values of a header joined by commas, as Envoy's matchers see them; absent if there is no
   * such header.
   */
  public Optional<String> header(String name) {
    return switch (name.toLowerCase(ROOT)) {
      case ":method" -> Optional.of(method);
      case ":scheme" -> Optional.of(scheme);
      case ":authority", "host" -> Optional.of(host);
      case ":path" -> Optional.of(path);
      default -> {
        var values = headers.get(name.toLowerCase(ROOT));
        yield values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
      }
    };
  }

  /** The values of a header, each line alone. */
  public ImmutableList<String> values(String name) {
    return name.startsWith(":") || name.equalsIgnoreCase("host")
        ? header(name).map(ImmutableList::of).orElse(ImmutableList.of())
        : headers.get(name.toLowerCase(ROOT));
  }

  /** The first value of a header; absent if there is no such header. */
  public Optional<String> firstValue(String name) {
    return values(name).stream().findFirst();
  }

  /** The path without query and fragment. */
  public String barePath() {
    return Paths.bare(path);
  }
}
