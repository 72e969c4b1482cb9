// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderValueRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.proxyconfig.ConnectionSettings;
import io.rutter.model.mesh.proxyconfig.ProxyClusterName;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.model.mesh.proxyconfig.ServerHeader;
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
    config.tracing().ifPresent(tracing -> TracingValidator.validate(tracing, at.at("tracing")));
    config
        .gatewayTopology()
        .ifPresent(
            topology ->
                ValueRules.checkUint32(
                    topology.numTrustedProxies(),
                    at.at("gatewayTopology").at("numTrustedProxies")));
    config
        .proxyHeaders()
        .flatMap(ProxyHeaders::server)
        .flatMap(ServerHeader::value)
        .ifPresent(
            value ->
                HeaderValueRules.checkCharacters(
                    value, at.at("proxyHeaders").at("server").at("value")));
    config
        .connectionSettings()
        .ifPresent(settings -> validate(settings, at.at("connectionSettings")));
  }

  private static void validate(ConnectionSettings settings, Findings at) {
    checkAtLeast(
        0,
        settings.listenerPerConnectionBufferLimitBytes(),
        at.at("listenerPerConnectionBufferLimitBytes"));
    checkTimeLimit(settings.httpIdleTimeout(), at.at("httpIdleTimeout"));
    checkTimeLimit(settings.httpMaxConnectionDuration(), at.at("httpMaxConnectionDuration"));
    checkTimeLimit(settings.httpDrainTimeout(), at.at("httpDrainTimeout"));
    checkTimeLimit(settings.httpRequestTimeout(), at.at("httpRequestTimeout"));
    checkTimeLimit(settings.httpRequestHeadersTimeout(), at.at("httpRequestHeadersTimeout"));
    checkTimeLimit(settings.httpStreamIdleTimeout(), at.at("httpStreamIdleTimeout"));
    checkTimeLimit(settings.httpMaxStreamDuration(), at.at("httpMaxStreamDuration"));
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

  private static void checkTimeLimit(Optional<Duration> limit, Findings at) {
    limit.ifPresent(time -> ValueRules.checkTimeLimit(time, at));
  }
}
