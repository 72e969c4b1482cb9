// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

/** Parts of a request's path. */
public final class Paths {
  private Paths() {}

  /** The path without query and fragment. */
  public static String bare(String path) {
    int end = path.length();
    int query = path.indexOf('?');
    int fragment = path.indexOf('#');
    end = query >= 0 ? Math.min(end, query) : end;
    end = fragment >= 0 ? Math.min(end, fragment) : end;
    return path.substring(0, end);
  }

  /** The query without its question mark; empty without one. */
  public static String query(String path) {
    int query = path.indexOf('?');
    int fragment = path.indexOf('#');
    if (query < 0) {
      return "";
    }
    return fragment > query ? path.substring(query + 1, fragment) : path.substring(query + 1);
  }
}
