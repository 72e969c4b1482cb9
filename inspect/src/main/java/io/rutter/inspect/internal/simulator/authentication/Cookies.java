// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import com.google.common.base.Splitter;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.Optional;

/** The cookies of a request: the first of a name counts. */
final class Cookies {
  private static final Splitter PARTS = Splitter.on(';').trimResults();

  private Cookies() {}

  static Optional<String> value(HttpRequest request, String name) {
    for (String line : request.values("cookie")) {
      for (String cookie : PARTS.split(line)) {
        int equals = cookie.indexOf('=');
        if (equals >= 0 && cookie.substring(0, equals).strip().equals(name)) {
          return Optional.of(unquoted(cookie.substring(equals + 1).strip()));
        }
      }
    }
    return Optional.empty();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
