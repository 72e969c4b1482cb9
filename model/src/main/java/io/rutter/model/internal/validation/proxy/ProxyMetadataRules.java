// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.proxy;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.rutter.model.internal.go.GoBooleans;
import io.rutter.model.internal.go.GoDurations;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.proxy.InterceptionMode;
import java.util.Arrays;
import java.util.Map;

/**
 * Checks values of a proxy's metadata that have an effect. istiod rejects a proxy with malformed
 * booleans or ports; it treats other unknown strings as the default, which is worth a warning.
 */
final class ProxyMetadataRules {
  private static final ImmutableSet<String> TRUTH_VALUES =
      ImmutableSet.of(
          "DNS_CAPTURE",
          "DNS_AUTO_ALLOCATE",
          "ENABLE_HBONE",
          "DISABLE_HBONE_SEND",
          "ENABLE_SELF_DISCOVERY",
          "INBOUND_LISTENER_EXACT_BALANCE",
          "OUTBOUND_LISTENER_EXACT_BALANCE");

  private static final ImmutableSet<String> PORTS =
      ImmutableSet.of(
          "ENVOY_STATUS_PORT",
          "ENVOY_PROMETHEUS_PORT",
          "ENVOY_SECURE_METRICS_PORT",
          "ENVOY_SECURE_MERGED_METRICS_PORT");

  private ProxyMetadataRules() {}

  static void check(Map<String, Object> metadata, Findings at) {
    metadata.forEach((name, value) -> check(name, value, at.entry(name)));
  }

  private static void check(String name, Object value, Findings at) {
    String text = String.valueOf(value);
    if (TRUTH_VALUES.contains(name) && !text.isEmpty() && !GoBooleans.isValid(text)) {
      at.invalid("value: \"" + text + "\" (expected: true or false)");
    } else if (PORTS.contains(name)) {
      checkPort(text, at);
    } else if (name.equals("HTTP_PROXY_PORT") && !text.isEmpty()) {
      checkPort(text, at);
    } else if (name.equals("INTERCEPTION_MODE") && !isMode(text)) {
      at.warn(
          ProblemCode.INVALID_VALUE,
          "mode: \"" + text + "\" (expected: REDIRECT, TPROXY or NONE; REDIRECT is used)");
    } else if (name.equals("IDLE_TIMEOUT")
        && !text.isEmpty()
        && GoDurations.parse(text).isEmpty()) {
      at.warn(
          ProblemCode.INVALID_VALUE,
          "duration (expected: one such as 1h30m, below 292 years; it is not used)");
    }
  }

  private static void checkPort(String text, Findings at) {
    Integer port = Ints.tryParse(text);
    if (port == null) {
      at.invalid("port: \"" + text + "\" (expected: 1 to 65535)");
    } else if (port != 0) {
      ValueRules.checkPort(port, at);
    }
  }

  private static boolean isMode(String text) {
    return text.isEmpty()
        || Arrays.stream(InterceptionMode.values()).anyMatch(mode -> mode.name().equals(text));
  }
}
