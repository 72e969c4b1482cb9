// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import static java.util.Locale.ROOT;

import java.util.List;

/**
 * Server names of a filter chain: an exact name, or {@code *.example.com} for any name that ends in
 * {@code .example.com}.
 */
final class ServerNames {
  private ServerNames() {}

  /** How specific the best match is, exact names being most specific; -1 if none matches. */
  static int specificity(List<String> names, String serverName) {
    int best = -1;
    for (String name : names) {
      String lower = name.toLowerCase(ROOT);
      if (!serverName.isEmpty() && lower.equals(serverName)) {
        return Integer.MAX_VALUE;
      }
      if (lower.startsWith("*.") && matchesSuffix(serverName, lower.substring(1))) {
        best = Math.max(best, lower.length());
      }
    }
    return best;
  }

  private static boolean matchesSuffix(String serverName, String suffix) {
    return serverName.length() > suffix.length() && serverName.endsWith(suffix);
  }
}
