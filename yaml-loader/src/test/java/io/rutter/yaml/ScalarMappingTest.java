// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.model.destinationrule.TrafficPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What istiod's own parser accepts and refuses, one value at a time. */
class ScalarMappingTest {
  private static TrafficPolicy policy(String fields) {
    LoadResult result = Loads.text(Loads.rule(fields));
    assertThat(result.problems()).isEmpty();
    return result.snapshot().destinationRules().get(0).trafficPolicy().orElseThrow();
  }

  private static TcpSettings tcp(String fields) {
    return policy("connectionPool: {tcp: {" + fields + "}}")
        .connectionPool()
        .orElseThrow()
        .tcp()
        .orElseThrow();
  }

  private static void refused(String fields, String problem) {
    LoadResult result = Loads.text(Loads.rule(fields));
    assertThat(result.snapshot().destinationRules()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .asString()
        .startsWith("f:4:")
        .contains(": error: DestinationRule/default/r: spec.trafficPolicy.")
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource({"5,5", "'\"5\"',5", "5.0,5", "1e2,100", "0x10,16", "010,8", "1_000,1000"})
  void integers(String text, int expected) {
    assertThat(tcp("maxConnections: " + text).maxConnections()).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.5", "'\"1e2\"'", "3000000000", "abc", "true", "[1]", "{a: 1}", ".inf"})
  void notIntegers(String text) {
    refused(
        "connectionPool: {tcp: {maxConnections: " + text.replace("'", "") + "}}",
        "connectionPool.tcp.maxConnections: ");
  }

  @Test
  void zeroAndNullOfAPlainFieldAreAbsent() {
    assertThat(tcp("maxConnections: 0").maxConnections()).isEmpty();
    assertThat(tcp("maxConnections: null").maxConnections()).isEmpty();
    assertThat(tcp("maxConnections: ~").maxConnections()).isEmpty();
  }

  @Test
  void zeroOfAWrapperIsThere() {
    assertThat(
            policy("outlierDetection: {consecutive5xxErrors: 0}")
                .outlierDetection()
                .orElseThrow()
                .consecutive5xxErrors())
        .hasValue(0);
    refused(
        "outlierDetection: {consecutive5xxErrors: {value: 7}}", "an object (expected: an integer");
    refused("outlierDetection: {consecutive5xxErrors: -1}", "-1 (expected: an integer from 0");
  }

  @ParameterizedTest
  @CsvSource({"1m,PT1M", "1h30m,PT1H30M", "500ms,PT0.5S", "1.5s,PT1.5S", "-5s,PT-5S"})
  void durations(String text, Duration expected) {
    assertThat(tcp("connectTimeout: " + text).connectTimeout()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "\"5\"", "\"\"", "{seconds: 5}", "true"})
  void notDurations(String text) {
    refused("connectionPool: {tcp: {connectTimeout: " + text + "}}", "(expected: a duration");
  }

  @ParameterizedTest
  @CsvSource({"RANDOM,RANDOM", "2,RANDOM", "ROUND_ROBIN,ROUND_ROBIN"})
  void enumsByNameAndNumber(String text, SimpleLoadBalancer expected) {
    assertThat(policy("loadBalancer: {simple: " + text + "}").loadBalancer().orElseThrow().policy())
        .contains(new LoadBalancerPolicy.Simple(expected));
  }

  @Test
  void enumNumberAfterAGap() {
    LoadResult result =
        Loads.text(
            "{apiVersion: rutter.io/v1, kind: MeshConfig, spec: {outboundTrafficPolicy: {mode: 3}}}");

    assertThat(result.problems()).isEmpty();
    assertThat(result.snapshot().meshConfig().outboundTrafficPolicy().orElseThrow().mode())
        .hasToString("ALLOW_ANY_DYNAMIC_DNS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "random", "true", "99", "[RANDOM]"})
  void notEnums(String text) {
    refused("loadBalancer: {simple: " + text + "}", "(expected: one of UNSPECIFIED, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "y", "true"})
  void booleansAreThoseOfYaml11(String text) {
    assertThat(
            policy("loadBalancer: {localityLbSetting: {enabled: " + text + "}}")
                .loadBalancer()
                .orElseThrow()
                .localityLbSetting()
                .orElseThrow()
                .enabled())
        .contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "maybe"})
  void notBooleans(String text) {
    refused(
        "loadBalancer: {localityLbSetting: {enabled: " + text + "}}", "(expected: true or false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "y", "1.5"})
  void textsThatLookLikeSomethingElseNeedQuotes(String text) {
    refused("tls: {sni: " + text + "}", "(expected: a text; put it in quotes)");
  }

  @Test
  void emptyTextsAreAbsent() {
    assertThat(policy("tls: {sni: \"\"}").tls().orElseThrow().sni()).isEmpty();
  }

  @Test
  void originalFieldNames() {
    TcpSettings settings =
        policy("connection_pool: {tcp: {max_connections: 7}}")
            .connectionPool()
            .orElseThrow()
            .tcp()
            .orElseThrow();

    assertThat(settings.maxConnections()).hasValue(7);
    refused(
        "connectionPool: {tcp: {max_connections: 7, maxConnections: 8}}",
        "maxConnections: also written max_connections (expected: one of them) [conflicting-fields]");
  }

  @Test
  void atMostOneFieldOfAGroup() {
    refused(
        "loadBalancer: {simple: RANDOM, consistentHash: {useSourceIp: true}}",
        "simple, consistentHash together (expected: at most one of simple, consistentHash)"
            + " [conflicting-fields]");
    assertThat(policy("loadBalancer: {simple: null, consistentHash: {useSourceIp: true}}"))
        .isNotNull();
  }

  @Test
  void wrongShapes() {
    refused("loadBalancer: [a]", "a list (expected: an object) [wrong-type]");
    refused("tls: {subjectAltNames: abc}", "\"abc\" (expected: a list) [wrong-type]");
    refused("tls: {subjectAltNames: [a, null]}", "subjectAltNames[1]: null (expected: a text)");
  }

  @Test
  void keysAreTextsWhateverTheyLookLike() {
    LoadResult result =
        Loads.text(
            """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: p, labels: {y: a, 0x10: b, on: c}}
            spec: {portLevelMtls: {8080: {mode: STRICT}}}
            """);

    assertThat(result.problems())
        .singleElement()
        .asString()
        .contains("metadata.labels.true: true twice");
  }

  @Test
  void aliasesAndMergesStandForWhatTheyName() {
    TrafficPolicy policy =
        policy(
            "tls: &t {mode: SIMPLE}, portLevelSettings: [{port: {number: 80}, tls: {<<: *t, sni: s}}]");

    assertThat(policy.portLevelSettings().get(0).tls().orElseThrow().sni()).contains("s");
    assertThat(policy.portLevelSettings().get(0).tls().orElseThrow().mode())
        .isEqualTo(policy.tls().orElseThrow().mode());
  }
}
