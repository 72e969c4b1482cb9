// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Services that are asked whether a call is allowed. */
class ExternalAuthorizationTest {
  private static final String PREFIX = "type.googleapis.com/envoy.extensions.filters.";

  /** Asks about {@code /admin} only, as a CUSTOM policy does. */
  private static final String RULES =
      """
      statPrefix: "tcp.", shadowRulesStatPrefix: "istio_ext_authz_", shadowRules: {action: DENY,
        policies: {"istio-ext-authz-ext-ns[shop]-policy[c]-rule[0]": {
          permissions: [%s], principals: [{any: true}]}}}
      """;

  private static final String ASKS =
      """
      filterEnabledMetadata: {filter: "envoy.filters.%s.rbac",
        path: [{key: "istio_ext_authz_shadow_effective_policy_id"}],
        value: {stringMatch: {prefix: "istio-ext-authz-ext-ns["}}},
      grpcService: {envoyGrpc: {clusterName: asked}}
      """;

  private static String filter(String type, String settings) {
    return "{name: f, typedConfig: {\"@type\": \"" + PREFIX + type + "\", " + settings + "}}";
  }

  private static Simulator simulator(String filters) {
    return Simulator.of(
        EnvoyResources.parse(
            """
            {listeners: [{name: l, address: {socketAddress: {address: "0.0.0.0", portValue: 80}},
              filterChains: [{filters: [%s]}]}], clusters: [{name: asked}, {name: web}]}
            """
                .formatted(filters)));
  }

  private static Simulator http(String rules, String settings) {
    return simulator(
        filter(
            "network.http_connection_manager.v3.HttpConnectionManager",
            "httpFilters: ["
                + filter("http.rbac.v3.RBAC", rules.replace("statPrefix: \"tcp.\", ", ""))
                + ", "
                + filter("http.ext_authz.v3.ExtAuthz", settings)
                + "], routeConfig: {name: r, virtualHosts: [{name: v, domains: [\"*\"], routes: ["
                + Envoys.route("prefix: \"/\"", "web")
                + "]}]}"));
  }

  private static Simulator http(String more) {
    return http(
        RULES.formatted("{urlPath: {path: {prefix: \"/admin\"}}}"), ASKS.formatted("http") + more);
  }

  private static Simulator tcp(String more) {
    return simulator(
        filter("network.rbac.v3.RBAC", RULES.formatted("{any: true}"))
            + ", "
            + filter(
                "network.ext_authz.v3.ExtAuthz",
                "statPrefix: \"tcp.\", " + ASKS.formatted("network") + more)
            + ", "
            + filter("network.tcp_proxy.v3.TcpProxy", "statPrefix: x, cluster: web"));
  }

  private static CallDescription.Builder admin() {
    return CallDescription.builder().url("http://web/admin");
  }

  @Test
  void itIsAskedAboutWhatTheRulesName() {
    CallResult other = http("").call("http://web/");
    assertThat(other.externalChecks()).isEmpty();
    assertThat(other.access()).isEqualTo(Access.ALLOWED);

    CallResult result = http("").call(admin().build());
    assertThat(result.externalChecks()).hasSize(1);
    ExternalCheck check = result.externalChecks().get(0);
    assertThat(check.cluster()).isEqualTo("asked");
    assertThat(check.rules().get(0)).hasToString("AuthorizationPolicy/shop/c rule 0");
    assertThat(check.deniedStatus()).hasValue(403);
    assertThat(check.answer()).isEmpty();
  }

  /** As Envoy does it: the answer is 404, whatever the service would say. */
  @Test
  void itIsNotAskedAboutWhatNoRouteTakes() {
    String rules = RULES.formatted("{any: true}");
    Simulator simulator =
        simulator(
            filter(
                "network.http_connection_manager.v3.HttpConnectionManager",
                "httpFilters: ["
                    + filter("http.rbac.v3.RBAC", rules.replace("statPrefix: \"tcp.\", ", ""))
                    + ", "
                    + filter("http.ext_authz.v3.ExtAuthz", ASKS.formatted("http"))
                    + "], routeConfig: {name: r, virtualHosts: []}"));
    CallResult result = simulator.call(admin().extAuthz(ExtAuthzAnswer.DENY).build());

    assertThat(result.externalChecks()).isEmpty();
    assertThat(result.error()).hasValue(CallError.NO_VIRTUAL_HOST);
  }

  @Test
  void whatItAnswersIsForTheCallToSay() {
    CallResult unknown = http("").call(admin().build());
    CallResult allowed = http("").call(admin().extAuthz(ExtAuthzAnswer.ALLOW).build());
    CallResult denied = http("").call(admin().extAuthz(ExtAuthzAnswer.DENY).build());

    assertThat(unknown.access()).isEqualTo(Access.UNDETERMINED);
    assertThat(unknown.cluster()).as("as if it allowed").hasValue("web");
    assertThat(allowed.access()).isEqualTo(Access.ALLOWED);
    assertThat(allowed.cluster()).hasValue("web");
    assertThat(denied.access()).isEqualTo(Access.DENIED);
    assertThat(denied.error()).hasValue(CallError.ACCESS_DENIED);
    assertThat(denied.errorStatus()).hasValue(403);
    assertThat(denied.denial().orElseThrow().by()).isEqualTo(Denial.Filter.EXT_AUTHZ);
    assertThat(denied.denial().orElseThrow().rules().get(0))
        .hasToString("AuthorizationPolicy/shop/c rule 0");
  }

  @Test
  void itMayBeOutOfReach() {
    String rules = RULES.formatted("{any: true}");
    String nobody = ASKS.formatted("http").replace("asked", "nobody");

    assertThat(http(rules, nobody).call(admin().build()).errorStatus()).hasValue(403);
    assertThat(
            http(rules, nobody + ", statusOnError: {code: 503}")
                .call(admin().build())
                .errorStatus())
        .hasValue(503);
    CallResult open = http(rules, nobody + ", failureModeAllow: true").call(admin().build());
    assertThat(open.access()).isEqualTo(Access.ALLOWED);
    assertThat(open.explanation())
        .anyMatch(
            step -> step.reason().equals("there is no cluster nobody to ask: failure_mode_allow"));
  }

  @Test
  void withoutConditionItIsAskedAboutEveryCall() {
    Simulator simulator =
        http(
            "statPrefix: \"tcp.\", rules: {action: DENY}",
            "httpService: {serverUri: {uri: \"http://asked\", cluster: asked}}");
    CallResult result = simulator.call("http://web/");

    assertThat(result.externalChecks().get(0).rules()).isEmpty();
    assertThat(result.access()).isEqualTo(Access.UNDETERMINED);
  }

  @Test
  void connectionsAreAskedAboutToo() {
    CallDescription.Builder call = CallDescription.builder().url("tcp://web:80");
    CallResult denied = tcp("").call(call.extAuthz(ExtAuthzAnswer.DENY).build());

    assertThat(tcp("").call("tcp://web:80").access()).isEqualTo(Access.UNDETERMINED);
    assertThat(denied.error()).hasValue(CallError.CONNECTION_DENIED);
    assertThat(denied.errorStatus()).isEmpty();
    assertThat(tcp("").call(call.extAuthz(ExtAuthzAnswer.ALLOW).build()).cluster()).hasValue("web");
  }

  @Test
  void reportsSayWhoIsAsked() {
    Call call = http("").resolve(admin().build());

    assertThat(CallReport.text(call, http("").call(call)))
        .contains("   asks asked, whose answer is not known: this is what follows if it allows");
    assertThat(CallReport.json(call, http("").call(call)))
        .contains("\"access\": \"undetermined\"", "\"cluster\": \"asked\"");
  }
}
