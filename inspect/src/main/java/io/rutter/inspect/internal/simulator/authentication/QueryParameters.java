// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.rutter.inspect.internal.simulator.call.Paths;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The parameters of a query, decoded. */
final class QueryParameters {
  private static final Splitter AND = Splitter.on('&');

  private QueryParameters() {}

  /** The first value of a parameter. */
  static Optional<String> first(String path, String name) {
    return parse(path).get(name).stream().findFirst();
  }

  /** The path without a parameter: the others are sorted and stay decoded, as Envoy does it. */
  static String without(String path, String name) {
    ListMultimap<String, String> parameters = parse(path);
    if (parameters.removeAll(name).isEmpty()) {
      return path;
    }
    StringBuilder query = new StringBuilder();
    parameters
        .entries()
        .forEach(
            parameter ->
                query
                    .append(query.length() == 0 ? '?' : '&')
                    .append(parameter.getKey())
                    .append('=')
                    .append(parameter.getValue()));
    return Paths.bare(path) + query;
  }

  private static ListMultimap<String, String> parse(String path) {
    ListMultimap<String, String> parameters = MultimapBuilder.treeKeys().arrayListValues().build();
    String query = Paths.query(path);
    String whole = query.endsWith("&") ? query.substring(0, query.length() - 1) : query;
    for (String parameter : query.isEmpty() ? ImmutableList.<String>of() : AND.split(whole)) {
      int equals = parameter.indexOf('=');
      parameters.put(
          decoded(equals < 0 ? parameter : parameter.substring(0, equals)),
          equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
    }
    return parameters;
  }

  /** With the bytes of {@code %XX}; what is none stays. */
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] all = text.getBytes(UTF_8);
    for (int i = 0; i < all.length; i++) {
      int high = i + 2 < all.length && all[i] == '%' ? Character.digit(all[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(all[i + 2], 16);
      if (low < 0) {
        bytes.write(all[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toString(UTF_8);
  }
}
