// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.io.ByteStreams;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back for a request.
 *
 * @param status the status; 0 for an answer that is not HTTP
 * @param headers the headers by name in lower case
 * @param body the body
 */
record Reply(int status, ImmutableListMultimap<String, String> headers, String body) {
  /** Reads the reply to a request with this method; empty where the connection ends without one. */
  static Optional<Reply> read(InputStream stream, String method) throws IOException {
    InputStream in = new BufferedInputStream(stream);
    String first = HttpMessages.readLine(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (!first.startsWith("HTTP/1.")) {
      return Optional.of(new Reply(0, ImmutableListMultimap.of(), first));
    }
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    HttpMessages.readHead(in)
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.put(
                  line.substring(0, colon).toLowerCase(Locale.ROOT),
                  line.substring(colon + 1).strip());
            });
    int status = Integer.parseInt(first.substring(9, 12));
    ImmutableListMultimap<String, String> all = headers.build();
    return Optional.of(new Reply(status, all, method.equals("HEAD") ? "" : body(in, all)));
  }

  /** What stands for TLS that arrived at a cluster as the client sent it. */
  static Reply ofTls(String cluster) {
    return new Reply(0, ImmutableListMultimap.of(), "tcp " + cluster);
  }

  /** The value of a header, if it is there. */
  Optional<String> header(String name) {
    return headers.get(name).stream().findFirst();
  }

  /** The cluster whose backend answered. */
  Optional<String> cluster() {
    return status == 0 ? Optional.of(body.substring("tcp ".length())) : header("x-cluster");
  }

  /** The lines of the request as the backend received them, the first one included. */
  ImmutableList<String> received() {
    return body.lines().collect(ImmutableList.toImmutableList());
  }

  private static String body(InputStream in, ImmutableListMultimap<String, String> headers)
      throws IOException {
    if (headers.containsEntry("transfer-encoding", "chunked")) {
      StringBuilder body = new StringBuilder();
      while (true) {
        int length = Integer.parseInt(HttpMessages.readLine(in).strip(), 16);
        body.append(new String(in.readNBytes(length), ISO_8859_1));
        HttpMessages.readLine(in);
        if (length == 0) {
          return body.toString();
        }
      }
    }
    Optional<Long> length = headers.get("content-length").stream().findFirst().map(Long::parseLong);
    InputStream limited = ByteStreams.limit(in, length.orElse(0L));
    return new String(limited.readAllBytes(), ISO_8859_1);
  }
}
