// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.ConnectionSettings;
import io.rutter.model.mesh.ProxyClusterName;
import io.rutter.model.mesh.ProxyConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Checks a {@link ProxyConfig}. Istio document: ProxyConfig of Global Mesh Options. */
public final class ProxyConfigValidator {
  private static final int SMALLEST_WINDOW = 65_535;

  private ProxyConfigValidator() {}

  /** Checks the settings that start here. */
  public static void validate(ProxyConfig config, Findings at) {
    ValueRules.checkPort(config.statusPort(), at.at("statusPort"));
    if (config.clusterName().orElse(null) instanceof ProxyClusterName.Fixed fixed
        && fixed.value().isEmpty()) {
      at.at("serviceCluster").invalid("service cluster: \"\" (expected: not empty)");
    }
    config
        .connectionSettings()
        .ifPresent(settings -> validate(settings, at.at("connectionSettings")));
  }

  private static void validate(ConnectionSettings settings, Findings at) {
    checkAtLeast(
        0,
        settings.listenerPerConnectionBufferLimitBytes(),
        at.at("listenerPerConnectionBufferLimitBytes"));
    checkNotNegative(settings.httpIdleTimeout(), at.at("httpIdleTimeout"));
    checkNotNegative(settings.httpMaxConnectionDuration(), at.at("httpMaxConnectionDuration"));
    checkNotNegative(settings.httpDrainTimeout(), at.at("httpDrainTimeout"));
    checkNotNegative(settings.httpRequestTimeout(), at.at("httpRequestTimeout"));
    checkNotNegative(settings.httpRequestHeadersTimeout(), at.at("httpRequestHeadersTimeout"));
    checkNotNegative(settings.httpStreamIdleTimeout(), at.at("httpStreamIdleTimeout"));
    checkNotNegative(settings.httpMaxStreamDuration(), at.at("httpMaxStreamDuration"));
    checkAtLeast(1, settings.httpMaxConcurrentStreams(), at.at("httpMaxConcurrentStreams"));
    checkAtLeast(
        SMALLEST_WINDOW,
        settings.http2InitialStreamWindowSize(),
        at.at("http2InitialStreamWindowSize"));
    checkAtLeast(
        SMALLEST_WINDOW,
        settings.http2InitialConnectionWindowSize(),
        at.at("http2InitialConnectionWindowSize"));
  }

  private static void checkAtLeast(int least, OptionalInt number, Findings at) {
    if (number.isPresent() && number.getAsInt() < least) {
      at.invalid("number: " + number.getAsInt() + " (expected: at least " + least + ")");
    }
  }

  private static void checkNotNegative(Optional<Duration> time, Findings at) {
    if (time.filter(Duration::isNegative).isPresent()) {
      at.invalid("duration below zero (expected: at least 0s)");
    }
  }
}
