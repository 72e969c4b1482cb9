// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call a workload by its policies, and which rule says so. */
class AuthorizationTest {
  private static final String WEB = "cluster.local/ns/shop/sa/web";

  private static final String DENY_POST =
      "action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]";

  private static Denial denial(CallResult result) {
    assertThat(result.denial()).as(result.toString()).isPresent();
    return result.denial().orElseThrow();
  }

  private static List<String> rules(CallResult result) {
    return denial(result).rules().stream().map(AccessRule::toString).toList();
  }

  @Test
  void withoutPoliciesEverybodyMayCall() {
    CallResult result = AccessMesh.with("").call(AccessMesh.call("/").build());

    assertThat(result.access()).isEqualTo(Access.ALLOWED);
    assertThat(result.explanation()).noneMatch(step -> step.stage() == Stage.AUTHORIZATION);
  }

  @Test
  void aDenialNamesItsRuleAndItsPlace() {
    Simulator simulator = AccessMesh.withPolicy(DENY_POST);
    CallResult result = simulator.call(AccessMesh.call("/").method("POST").build());

    assertThat(result.error()).hasValue(CallError.ACCESS_DENIED);
    assertThat(result.errorStatus()).hasValue(403);
    assertThat(result.access()).isEqualTo(Access.DENIED);
    assertThat(result.clusters()).isEmpty();
    assertThat(result.routeConfiguration()).isEmpty();
    assertThat(denial(result).by()).isEqualTo(Denial.Filter.RBAC);
    assertThat(rules(result)).containsExactly("AuthorizationPolicy/shop/p rule 0");
    assertThat(denial(result).reason())
        .isEqualTo(
            "DENY AuthorizationPolicy/shop/p rule 0: header :method exact \"POST\": \"POST\"");
    assertThat(denial(result).rules().get(0).location())
        .hasValueSatisfying(at -> assertThat(at.toString()).startsWith("mesh.yaml:"));
    assertThat(result.origins())
        .anyMatch(
            origin ->
                origin.stage() == Stage.AUTHORIZATION
                    && origin.object().equals(new ConfigKey("AuthorizationPolicy", "shop", "p")));
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/"))).isEqualTo(200);
  }

  @Test
  void whoeverNoPolicyAllowsIsToldWhy() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.policy("a", "rules: [{to: [{operation: {methods: [GET], paths: [/a]}}]}]")
                + AccessMesh.policy("b", "rules: [{to: [{operation: {methods: [PUT, PATCH]}}]}]"));
    CallResult result = simulator.call(AccessMesh.call("/b").build());

    assertThat(rules(result))
        .containsExactly("AuthorizationPolicy/shop/a rule 0", "AuthorizationPolicy/shop/b rule 0");
    Step step = last(result);
    assertThat(step.chosen()).isEqualTo("denied");
    assertThat(step.reason()).isEqualTo("no ALLOW policy takes it");
    assertThat(step.rejected())
        .containsExactly(
            new RejectedCandidate("AuthorizationPolicy/shop/a rule 0", "path exact \"/a\": \"/b\""),
            new RejectedCandidate(
                "AuthorizationPolicy/shop/b rule 0",
                "header :method exact \"PUT\": \"GET\"; header :method exact \"PATCH\": \"GET\""));
  }

  private static Step last(CallResult result) {
    ImmutableList<Step> steps = result.explanation();
    return steps.get(steps.size() - 1);
  }

  @Test
  void nothingIsAllowedByAPolicyWithoutRules() {
    Simulator simulator = AccessMesh.withPolicy("");

    assertThat(AccessMesh.status(simulator, AccessMesh.call("/"))).isEqualTo(403);
    assertThat(AccessMesh.status(simulator, AccessMesh.connection())).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "principals: [cluster.local/ns/shop/sa/web], 200",
    "principals: ['*/sa/web'], 200",
    "principals: ['*'], 200",
    "principals: [cluster.local/ns/shop/*], 200",
    "principals: [cluster.local/ns/shop/sa/other], 403",
    "namespaces: [shop], 200",
    "namespaces: [sho], 403",
    "namespaces: ['sh*'], 200",
    "notNamespaces: [shop], 403",
    "serviceAccounts: [web], 200",
    "serviceAccounts: [other/web], 403",
    "trustDomains: [cluster.local], 200",
    "trustDomains: ['*.local'], 200",
    "trustDomains: [other], 403",
  })
  void identities(String source, int status) {
    Simulator simulator = AccessMesh.withPolicy("rules: [{from: [{source: {" + source + "}}]}]");

    assertThat(AccessMesh.status(simulator, AccessMesh.call("/").peer(WEB))).isEqualTo(status);
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/").peer("spiffe://" + WEB)))
        .isEqualTo(status);
  }

  @Test
  void anIdentityMeansMutualTls() {
    Simulator simulator = AccessMesh.with("");

    assertThat(simulator.resolve(AccessMesh.call("/").peer(WEB).build()).tls())
        .isEqualTo(CallTls.MTLS);
    assertThat(simulator.resolve(AccessMesh.call("/").peer(WEB).build()).peer())
        .hasValue("spiffe://" + WEB);
    Call plain = simulator.resolve(AccessMesh.call("/").peer(WEB).tls(CallTls.PLAINTEXT).build());
    assertThat(plain.tls()).isEqualTo(CallTls.PLAINTEXT);
  }

  @Test
  void thoseOfAnotherTrustDomainDoNotGetThrough() {
    CallResult result =
        AccessMesh.with("").call(AccessMesh.call("/").peer("other/ns/shop/sa/web").build());

    assertThat(result.error()).hasValue(CallError.INVALID_MTLS);
    assertThat(last(result).reason())
        .isEqualTo(
            "the chain takes only clients of prefix \"spiffe://cluster.local/\":"
                + " \"spiffe://other/ns/shop/sa/web\"");
  }

  @Test
  void aCertificateThatIsNotNamedIsSomebodys() {
    CallDescription.Builder call = AccessMesh.call("/").tls(CallTls.MTLS);
    Simulator anybody = AccessMesh.withPolicy("rules: [{from: [{source: {principals: ['*']}}]}]");
    Simulator shop = AccessMesh.withPolicy("rules: [{from: [{source: {namespaces: [shop]}}]}]");

    assertThat(AccessMesh.status(anybody, call)).isEqualTo(200);
    assertThat(AccessMesh.status(shop, call)).isEqualTo(403);
    assertThat(last(shop.call(call.build())).rejected().get(0).condition())
        .contains("of which the call does not say whom it names");
  }

  @Test
  void addresses() {
    Simulator direct =
        AccessMesh.withPolicy("rules: [{from: [{source: {ipBlocks: [10.2.0.0/16]}}]}]");
    Simulator remote =
        AccessMesh.withPolicy("rules: [{from: [{source: {remoteIpBlocks: [10.2.0.0/16]}}]}]");
    CallDescription.Builder forwarded =
        AccessMesh.call("/")
            .sourceAddress("10.3.0.1")
            .header("x-forwarded-for", "1.2.3.4, 10.2.0.1");

    assertThat(AccessMesh.status(direct, AccessMesh.call("/").sourceAddress("10.2.3.4")))
        .isEqualTo(200);
    assertThat(AccessMesh.status(direct, AccessMesh.call("/").sourceAddress("10.3.3.4")))
        .isEqualTo(403);
    assertThat(AccessMesh.status(direct, forwarded)).isEqualTo(403);
    assertThat(AccessMesh.status(remote, forwarded)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "destination.port, 8080, 200",
    "destination.port, 80, 403",
    "destination.ip, 10.1.0.0/16, 200",
    "destination.ip, 10.2.0.0/16, 403",
    "source.ip, 198.51.100.1, 200",
    "source.namespace, shop, 403",
  })
  void conditions(String key, String value, int status) {
    Simulator simulator =
        AccessMesh.withPolicy("rules: [{when: [{key: " + key + ", values: ['" + value + "']}]}]");

    assertThat(AccessMesh.status(simulator, AccessMesh.call("/"))).isEqualTo(status);
  }

  @Test
  void serverNames() {
    Simulator simulator =
        AccessMesh.withPolicy("rules: [{when: [{key: connection.sni, values: ['*.shop']}]}]");
    CallDescription.Builder call = AccessMesh.call("/").peer(WEB);

    assertThat(AccessMesh.status(simulator, call.sni("web.shop"))).isEqualTo(200);
    assertThat(AccessMesh.status(simulator, call.sni("web.other"))).isEqualTo(403);
  }

  @Test
  void denialsComeBeforeAllowances() {
    Simulator simulator =
        AccessMesh.with(AccessMesh.policy("a", "rules: [{}]") + AccessMesh.policy("d", DENY_POST));

    CallResult result = simulator.call(AccessMesh.call("/").method("POST").build());
    assertThat(rules(result)).containsExactly("AuthorizationPolicy/shop/d rule 0");
    assertThat(chosen(simulator.call(AccessMesh.call("/").build())))
        .containsExactly("not denied", "allowed");
  }

  private static List<String> chosen(CallResult result) {
    return result.explanation().stream()
        .filter(step -> step.stage() == Stage.AUTHORIZATION)
        .map(Step::chosen)
        .toList();
  }

  @Test
  void dryRunsAndAuditsOnlyTell() {
    Simulator dryRun =
        AccessMesh.with(
            AccessMesh.policy("d", DENY_POST)
                .replace("{name: d,", "{name: d, annotations: {istio.io/dry-run: 'true'},"));
    Simulator audit = AccessMesh.withPolicy(DENY_POST.replace("DENY", "AUDIT"));
    CallDescription post = AccessMesh.call("/").method("POST").build();

    assertThat(dryRun.call(post).access()).isEqualTo(Access.ALLOWED);
    assertThat(chosen(dryRun.call(post))).containsExactly("dry run: would be denied");
    assertThat(chosen(dryRun.call(AccessMesh.call("/").build())))
        .containsExactly("dry run: would go on");
    assertThat(audit.call(post).access()).isEqualTo(Access.ALLOWED);
    assertThat(chosen(audit.call(post))).containsExactly("logged");
    assertThat(chosen(audit.call(AccessMesh.call("/").build()))).containsExactly("not logged");
  }

  @Test
  void connectionsAreClosed() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.policy("a", "rules: [{from: [{source: {namespaces: [shop]}}]}]")
                + AccessMesh.policy(
                    "d", "action: DENY, rules: [{to: [{operation: {ports: ['9999']}}]}]"));
    CallResult refused = simulator.call(AccessMesh.connection().build());

    assertThat(refused.error()).hasValue(CallError.CONNECTION_DENIED);
    assertThat(refused.errorStatus()).isEmpty();
    assertThat(rules(refused)).containsExactly("AuthorizationPolicy/shop/a rule 0");
    assertThat(AccessMesh.status(simulator, AccessMesh.connection().peer(WEB))).isEqualTo(200);
  }

  @Test
  void aDenialOfRequestsDeniesAllConnections() {
    assertThat(AccessMesh.status(AccessMesh.withPolicy(DENY_POST), AccessMesh.connection()))
        .isZero();
  }

  @Test
  void whatEndsBeforeIsUnreached() {
    Simulator strict =
        AccessMesh.with(
            """
            ---
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: strict, namespace: shop}
            spec: {mtls: {mode: STRICT}}
            """);
    CallDescription.Builder plain =
        CallDescription.builder().url("http://web/").mode(CallMode.INBOUND);

    CallResult refused = strict.call(plain.build());
    assertThat(refused.access()).isEqualTo(Access.UNREACHED);
    assertThat(refused.origins())
        .contains(
            new Origin(
                Stage.FILTER_CHAIN,
                new ConfigKey("PeerAuthentication", "shop", "strict"),
                "spec.mtls",
                false,
                Optional.of(new SourceLocation("mesh.yaml", 35, 8))));
    assertThat(strict.call(plain.peer("elsewhere.example/ns/shop/sa/web").build()).access())
        .isEqualTo(Access.UNREACHED);
    assertThat(strict.call(plain.peer(WEB).build()).access()).isEqualTo(Access.ALLOWED);
    assertThat(strict.call(plain.url("http://web:9/").port(9).method("G T").build()).access())
        .isEqualTo(Access.UNREACHED);
  }

  @Test
  void whoSaysWhoCallsComesIn() {
    Simulator simulator = AccessMesh.withPolicy(DENY_POST);
    CallDescription post =
        CallDescription.builder().url("http://web/").method("POST").peer(WEB).build();

    assertThat(simulator.resolve(post).mode()).hasValue(CallMode.INBOUND);
    assertThat(simulator.call(post).access()).isEqualTo(Access.DENIED);
  }

  @Test
  void reportsSayWhoRefused() {
    Simulator simulator = AccessMesh.withPolicy(DENY_POST);
    Call call =
        simulator.resolve(AccessMesh.call("/").method("POST").peer(WEB).claim("sub", "me").build());
    CallResult result = simulator.call(call);

    assertThat(CallReport.text(call, result))
        .contains("  by spiffe://" + WEB + ", with a token of {\"sub\":\"me\"}")
        .contains("-> denied: access denied, Envoy answers 403")
        .contains("   AuthorizationPolicy/shop/p rule 0  mesh.yaml:");
    assertThat(CallReport.json(call, result))
        .contains("\"peer\": \"spiffe://" + WEB + "\"", "\"access\": \"denied\"")
        .contains("\"object\": \"AuthorizationPolicy/shop/p\"", "\"rule\": 0")
        .contains("\"errorStatus\": 403");
  }
}
