// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether findings about policies are so in the rules that proxies get. */
final class PolicyClaims {
  private static final ImmutableList<SampledRequest> REQUESTS = SampledRequest.of(400, 20261130);
  private static final Pattern ISSUER = Pattern.compile("has the issuer \"([^\"]*)\"");
  private static final Pattern TCP_PORT = Pattern.compile("TCP port (\\d+) of");

  private final MeshSnapshot snapshot;
  private final PolicyDocuments documents;
  private final ImmutableList<XdsResources> own;

  PolicyClaims(String yaml) {
    this.snapshot = PolicyDocuments.load(yaml);
    this.documents = new PolicyDocuments(yaml);
    this.own = translated(snapshot, snapshot.proxies().stream());
  }

  MeshSnapshot snapshot() {
    return snapshot;
  }

  private static ImmutableList<XdsResources> translated(
      MeshSnapshot snapshot, Stream<Proxy> proxies) {
    var mesh = Translator.create().compile(snapshot);
    return proxies.map(mesh::translate).collect(toImmutableList());
  }

  /** Whether it is true; findings that are mere facts of the input count as true. */
  boolean hold(Problem finding) {
    return switch (finding.code()) {
      case NEVER_MATCHES -> neverMatches(finding);
      case DENIED_ANYWAY -> isDenied(finding);
      case LOST_ON_TCP -> finding.message().startsWith("provider: ") || isLost(finding);
      case SELECTS_NOTHING -> isUnselected(finding);
      case NO_REQUEST_AUTHENTICATION ->
          finding.path().endsWith("]")
              ? applied(finding).allMatch(emitted -> hasNoIssuer(emitted, finding))
              : isUncheckedByAll(finding);
      case NO_PEER_IDENTITY ->
          namesPorts(finding)
              || finding.path().endsWith("]")
              || applied(finding).noneMatch(EmittedPolicies::knowsClients);
      default -> true;
    };
  }

  /** What a proxy gets that the policy of the finding selects, whether the mesh has one or not. */
  private static EmittedPolicies emitted(Problem finding, MeshSnapshot mesh) {
    AuthorizationPolicy policy = policy(finding, mesh);
    Map<String, String> labels =
        policy.selector().map(WorkloadSelector::labels).orElse(ImmutableMap.of());
    Proxy proxy =
        Proxy.of(policy.metadata().namespace(), "selected", "10.1.0.77").toBuilder()
            .labels(labels)
            .build();
    return EmittedPolicies.of(Translator.create().compile(mesh).translate(proxy));
  }

  private static AuthorizationPolicy policy(Problem finding, MeshSnapshot mesh) {
    return mesh.authorizationPolicies().stream()
        .filter(
            policy ->
                ConfigKey.of("AuthorizationPolicy", policy.metadata())
                    .equals(finding.object().orElseThrow()))
        .findFirst()
        .orElseThrow();
  }

  /** What the proxies of the mesh get that the policy of the finding applies to. */
  private Stream<EmittedPolicies> applied(Problem finding) {
    return Stream.of(ProxyType.values()).flatMap(type -> applied(finding, type));
  }

  private Stream<EmittedPolicies> applied(Problem finding, ProxyType type) {
    String name = name(finding);
    return own.stream()
        .filter(resources -> resources.proxy().type() == type)
        .map(EmittedPolicies::of)
        .filter(emitted -> rules(emitted, name).findAny().isPresent());
  }

  /** The rule of that name, also if its policy has an action that puts more around the name. */
  private static Stream<Policy> rules(EmittedPolicies emitted, String name) {
    return Stream.of(RBAC.Action.ALLOW, RBAC.Action.DENY, RBAC.Action.LOG)
        .flatMap(action -> emitted.http(action).entrySet().stream())
        .filter(rule -> rule.getKey().contains(name))
        .map(Map.Entry::getValue);
  }

  private static String name(Problem finding) {
    ConfigKey key = finding.object().orElseThrow();
    int rule = FindingPath.of(finding.path()).indexes().get(0);
    return "ns[" + key.namespace() + "]-policy[" + key.name() + "]-rule[" + rule + "]";
  }

  private static Policy rule(Problem finding, MeshSnapshot mesh) {
    return rules(emitted(finding, mesh), name(finding))
        .findFirst()
        .orElseThrow(() -> new AssertionError(finding));
  }

  /** Nothing is other with a value that nobody sends, or nothing meets what is left. */
  private boolean neverMatches(Problem finding) {
    if (finding.message().contains("every request is excluded")) {
      Policy alone = rule(finding, documents.withEntryOnly(finding));
      return REQUESTS.stream().noneMatch(request -> EmittedRules.matches(alone, request));
    }
    Policy now = rule(finding, snapshot);
    Policy other = rule(finding, documents.withNothingAt(finding));
    return REQUESTS.stream()
        .allMatch(
            request -> EmittedRules.matches(now, request) == EmittedRules.matches(other, request));
  }

  /** Every request that the rule matches is matched by one that denies. */
  private boolean isDenied(Problem finding) {
    Policy allowing = rule(finding, snapshot);
    ImmutableList<Policy> denying =
        emitted(finding, snapshot).http(RBAC.Action.DENY).entrySet().stream()
            .filter(rule -> rule.getKey().startsWith("ns["))
            .map(Map.Entry::getValue)
            .collect(toImmutableList());
    return REQUESTS.stream()
        .filter(request -> EmittedRules.matches(allowing, request))
        .allMatch(
            request -> denying.stream().anyMatch(rule -> EmittedRules.matches(rule, request)));
  }

  /** No connection is allowed by the rule; none to the port, if it is closed. */
  private boolean isLost(Problem finding) {
    Matcher port = TCP_PORT.matcher(finding.message());
    boolean closed = port.find();
    ProxyType type = finding.message().contains("Gateway/") ? ProxyType.GATEWAY : ProxyType.SIDECAR;
    return applied(finding, type)
        .map(emitted -> emitted.tcp(RBAC.Action.ALLOW))
        .allMatch(
            rules ->
                !rules.containsKey(name(finding))
                    && (!closed || isClosed(rules, Integer.parseInt(port.group(1)))));
  }

  private static boolean isClosed(Map<String, Policy> rules, int port) {
    return REQUESTS.stream()
        .filter(request -> request.port() == port)
        .noneMatch(
            request ->
                rules.values().stream().anyMatch(rule -> EmittedRules.matches(rule, request)));
  }

  /** The mesh's own proxies get the same without the policy. */
  private boolean isUnselected(Problem finding) {
    MeshSnapshot without = WithoutFinding.object(snapshot, finding.object().orElseThrow());
    ImmutableList<XdsResources> others = translated(without, snapshot.proxies().stream());
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).listeners().equals(others.get(i).listeners())) {
        return false;
      }
    }
    return true;
  }

  private boolean isUncheckedByAll(Problem finding) {
    return emitted(finding, snapshot).chains().isEmpty()
        || applied(finding).noneMatch(EmittedPolicies::checksTokens);
  }

  /** Whether a proxy accepts no token of the issuer that a finding names. */
  private static boolean hasNoIssuer(EmittedPolicies emitted, Problem finding) {
    Matcher issuer = ISSUER.matcher(finding.message());
    if (!issuer.find()) {
      return false;
    }
    Pattern asked =
        Pattern.compile(
            Splitter.on('*')
                .splitToStream(issuer.group(1))
                .map(Pattern::quote)
                .collect(joining(".*")));
    return emitted.issuers().noneMatch(known -> asked.matcher(known).matches());
  }

  private boolean namesPorts(Problem finding) {
    int rule = FindingPath.of(finding.path()).indexes().get(0);
    String written = policy(finding, snapshot).rules().get(rule).toString();
    return written.contains("orts=[") || written.contains("destination.port");
  }
}
