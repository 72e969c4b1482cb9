// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.security;

import io.rutter.model.ObjectMeta;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Operation;
import io.rutter.model.security.Source;
import io.rutter.yaml.internal.common.ValueReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link AuthorizationPolicy}. */
public final class AuthorizationPolicyReader {
  private AuthorizationPolicyReader() {}

  /** Reads the spec. */
  public static AuthorizationPolicy authorizationPolicy(ObjectMeta metadata, ObjectNode in) {
    AuthorizationPolicy.Builder policy = AuthorizationPolicy.builder().metadata(metadata);
    in.object("selector", ValueReader::workloadSelector).ifPresent(policy::selector);
    in.object("targetRef", PolicyTargetReader::policyTargetReference).ifPresent(policy::targetRef);
    policy.targetRefs(in.objects("targetRefs", PolicyTargetReader::policyTargetReference));
    in.enumValue("action", AuthorizationAction.class).ifPresent(policy::action);
    in.object("provider", AuthorizationPolicyReader::authorizationProvider)
        .ifPresent(policy::provider);
    in.refuseNulls("rules", "a rule; {} is met by every request");
    policy.rules(in.objects("rules", AuthorizationPolicyReader::authorizationRule));
    return policy.build();
  }

  /** Istio: {@code AuthorizationPolicy.ExtensionProvider}. */
  private static AuthorizationProvider authorizationProvider(ObjectNode in) {
    return AuthorizationProvider.builder().name(in.requiredString("name")).build();
  }

  /** Istio: {@code Rule}. */
  private static AuthorizationRule authorizationRule(ObjectNode in) {
    AuthorizationRule.Builder rule = AuthorizationRule.builder();
    rule.from(in.objects("from", AuthorizationPolicyReader::from));
    rule.to(in.objects("to", AuthorizationPolicyReader::to));
    rule.when(in.objects("when", AuthorizationPolicyReader::condition));
    return rule.build();
  }

  /** Istio: {@code Rule.From}. */
  private static Source from(ObjectNode in) {
    return in.requiredObject("source", AuthorizationPolicyReader::source);
  }

  /** Istio: {@code Rule.To}. */
  private static Operation to(ObjectNode in) {
    return in.requiredObject("operation", AuthorizationPolicyReader::operation);
  }

  /** Istio: {@code Source}. */
  private static Source source(ObjectNode in) {
    Source.Builder source = Source.builder();
    source.principals(in.strings("principals"));
    source.notPrincipals(in.strings("notPrincipals"));
    source.requestPrincipals(in.strings("requestPrincipals"));
    source.notRequestPrincipals(in.strings("notRequestPrincipals"));
    source.namespaces(in.strings("namespaces"));
    source.notNamespaces(in.strings("notNamespaces"));
    source.serviceAccounts(in.strings("serviceAccounts"));
    source.notServiceAccounts(in.strings("notServiceAccounts"));
    source.ipBlocks(in.strings("ipBlocks"));
    source.notIpBlocks(in.strings("notIpBlocks"));
    source.remoteIpBlocks(in.strings("remoteIpBlocks"));
    source.notRemoteIpBlocks(in.strings("notRemoteIpBlocks"));
    source.trustDomains(in.strings("trustDomains"));
    source.notTrustDomains(in.strings("notTrustDomains"));
    return source.build();
  }

  /** Istio: {@code Operation}. */
  private static Operation operation(ObjectNode in) {
    Operation.Builder operation = Operation.builder();
    operation.hosts(in.strings("hosts"));
    operation.notHosts(in.strings("notHosts"));
    operation.ports(in.strings("ports"));
    operation.notPorts(in.strings("notPorts"));
    operation.methods(in.strings("methods"));
    operation.notMethods(in.strings("notMethods"));
    operation.paths(in.strings("paths"));
    operation.notPaths(in.strings("notPaths"));
    return operation.build();
  }

  /** Istio: {@code Condition}. */
  private static Condition condition(ObjectNode in) {
    Condition.Builder condition = Condition.builder();
    condition.key(in.requiredString("key"));
    condition.values(in.strings("values"));
    condition.notValues(in.strings("notValues"));
    return condition.build();
  }
}
