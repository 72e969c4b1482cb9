// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a connection manager does to paths before they are routed. Queries are unchanged.
 *
 * <p>{@code normalize_path} does what browsers do (RFC 3986 section 6 and the URL Standard): dot
 * segments are resolved, backslashes become slashes, unreserved characters are decoded, and
 * characters that need encoding are encoded. Malformed encoding is unchanged.
 */
final class PathNormalization {
  private static final String UNRESERVED = "-._~";
  private static final String NEEDS_ENCODING = "\"<>^`{|}";

  private PathNormalization() {}

  /** The normalized path; absent if it has an encoded zero byte, which Envoy rejects. */
  static Optional<String> normalize(String path) {
    String bare = withoutQuery(path);
    List<String> kept = new ArrayList<>();
    List<String> segments = segments(bare);
    for (int i = 1; i < segments.size(); i++) {
      String segment = segments.get(i);
      boolean last = i + 1 == segments.size();
      if (isDots(segment, "..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (!isDots(segment, ".") && !isDots(segment, "..")) {
        Optional<String> encoded = encode(segment);
        if (encoded.isEmpty()) {
          return Optional.empty();
        }
        kept.add(encoded.get());
      } else if (last) {
        kept.add("");
      }
    }
    return Optional.of("/" + Joiner.on('/').join(kept) + path.substring(bare.length()));
  }

  /** Merges slashes; a path of slashes only keeps two. */
  static String mergeSlashes(String path) {
    String bare = withoutQuery(path);
    if (bare.length() > 1 && CharMatcher.is('/').matchesAllOf(bare)) {
      return "//" + path.substring(bare.length());
    }
    StringBuilder merged = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      if (bare.charAt(i) != '/' || i == 0 || bare.charAt(i - 1) != '/') {
        merged.append(bare.charAt(i));
      }
    }
    return merged + path.substring(bare.length());
  }

  /** Decodes slashes and backslashes. */
  static String unescapeSlashes(String path) {
    String bare = withoutQuery(path);
    StringBuilder unescaped = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      int value = encodedAt(bare, i);
      if (value == '/' || value == '\\') {
        unescaped.append((char) value);
        i += 2;
      } else {
        unescaped.append(bare.charAt(i));
      }
    }
    return unescaped + path.substring(bare.length());
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
        segments.add(path.substring(start, i));
        start = i + 1;
      }
    }
    return segments;
  }

  /** Whether a segment is these dots, encoded or not, possibly followed by parameters. */
  private static boolean isDots(String segment, String dots) {
    return segment.startsWith(dots + ";")
        || segment.replace("%2e", ".").replace("%2E", ".").equals(dots);
  }

  private static Optional<String> encode(String segment) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      int value = encodedAt(segment, i);
      if (value == 0) {
        return Optional.empty();
      }
      if (value > 0 && isUnreserved(value)) {
        encoded.append((char) value);
        i += 2;
      } else if (NEEDS_ENCODING.indexOf(c) >= 0) {
        encoded.append(String.format("%%%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return Optional.of(encoded.toString());
  }

  /** The value of the encoded character at this index; -1 if there is none. */
  private static int encodedAt(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(at + 1));
    int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
  }
}
