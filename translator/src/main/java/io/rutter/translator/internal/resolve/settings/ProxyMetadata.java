// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import com.google.common.primitives.Ints;
import io.rutter.model.internal.go.GoBooleans;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.model.proxy.Proxy;
import java.util.Optional;
import java.util.OptionalInt;

/** Typed reading of a proxy's Istio node metadata. */
public final class ProxyMetadata {
  private ProxyMetadata() {}

  /** A string, number or boolean as string; absent if missing or empty. */
  public static Optional<String> text(Proxy proxy, String name) {
    Object value = proxy.metadata().get(name);
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? Optional.of(value.toString()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** Whether the value is one that Go parses as true: {@code true}, {@code t} or {@code 1}. */
  public static boolean isTrue(Proxy proxy, String name) {
    return text(proxy, name).filter(GoBooleans::isTrue).isPresent();
  }

  /** A whole number, also if written as a string. */
  public static OptionalInt number(Proxy proxy, String name) {
    return text(proxy, name).map(Ints::tryParse).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  /** {@code INTERCEPTION_MODE}; REDIRECT if absent or unknown. */
  public static InterceptionMode interceptionMode(Proxy proxy) {
    return switch (text(proxy, "INTERCEPTION_MODE").orElse("")) {
      case "TPROXY" -> InterceptionMode.TPROXY;
      case "NONE" -> InterceptionMode.NONE;
      default -> InterceptionMode.REDIRECT;
    };
  }

  /** Whether the proxy may not bind ports below 1024 ({@code UNPRIVILEGED_POD}). */
  public static boolean isUnprivileged(Proxy proxy) {
    return isTrue(proxy, "UNPRIVILEGED_POD");
  }
}
