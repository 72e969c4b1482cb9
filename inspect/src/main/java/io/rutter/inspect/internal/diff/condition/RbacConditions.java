// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.rbac.v3.MetadataSource;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.SourcedMetadata;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.simulator.authorization.PathTemplates;
import io.rutter.inspect.internal.simulator.authorization.PrincipalMatch;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.IpRanges;
import io.rutter.inspect.internal.simulator.match.StringMatch;

/** The conditions of a policy of RBAC. What the simulator does not know is met by nothing. */
final class RbacConditions {
  private static final int MOST_LEVELS = 100;

  private final CallFacts facts;

  private RbacConditions(CallFacts facts) {
    this.facts = facts;
  }

  static Condition of(Policy policy, CallFacts facts) {
    RbacConditions conditions = new RbacConditions(facts);
    if (policy.hasCondition() || policy.hasCheckedCondition()) {
      return Condition.never();
    }
    Condition condition =
        Condition.all(
            ImmutableList.of(
                Condition.some(
                    policy.getPermissionsList().stream()
                        .map(one -> conditions.of(one, 0))
                        .collect(toImmutableList())),
                Condition.some(
                    policy.getPrincipalsList().stream()
                        .map(one -> conditions.of(one, 0))
                        .collect(toImmutableList()))));
    return condition.settled();
  }

  @SuppressWarnings("deprecation") // istiod still writes conditions on metadata the old way
  private Condition of(Permission permission, int depth) {
    if (depth > MOST_LEVELS) {
      return Condition.unknown();
    }
    return switch (permission.getRuleCase()) {
      case AND_RULES ->
          Condition.all(
              permission.getAndRules().getRulesList().stream()
                  .map(one -> of(one, depth + 1))
                  .collect(toImmutableList()));
      case OR_RULES ->
          Condition.some(
              permission.getOrRules().getRulesList().stream()
                  .map(one -> of(one, depth + 1))
                  .collect(toImmutableList()));
      case NOT_RULE -> of(permission.getNotRule(), depth + 1).negated();
      case ANY -> Condition.always();
      case HEADER -> ofRequest(HeaderConditions.of(permission.getHeader()));
      case URL_PATH -> ofRequest(path(permission.getUrlPath().getPath()));
      case URI_TEMPLATE -> ofRequest(template(permission));
      case DESTINATION_IP -> address(permission.getDestinationIp(), facts.call().address());
      case DESTINATION_PORT -> Condition.of(permission.getDestinationPort() == facts.call().port());
      case DESTINATION_PORT_RANGE ->
          Condition.of(
              facts.call().port() >= permission.getDestinationPortRange().getStart()
                  && facts.call().port() < permission.getDestinationPortRange().getEnd());
      case REQUESTED_SERVER_NAME ->
          Condition.of(
              StringMatch.matches(permission.getRequestedServerName(), facts.serverName()));
      case METADATA -> MetadataConditions.of(permission.getMetadata(), facts);
      case SOURCED_METADATA -> metadata(permission.getSourcedMetadata());
      case MATCHER, RULE_NOT_SET -> Condition.unknown();
    };
  }

  @SuppressWarnings("deprecation") // istiod still writes conditions on metadata the old way
  private Condition of(Principal principal, int depth) {
    if (depth > MOST_LEVELS) {
      return Condition.unknown();
    }
    return switch (principal.getIdentifierCase()) {
      case AND_IDS ->
          Condition.all(
              principal.getAndIds().getIdsList().stream()
                  .map(one -> of(one, depth + 1))
                  .collect(toImmutableList()));
      case OR_IDS ->
          Condition.some(
              principal.getOrIds().getIdsList().stream()
                  .map(one -> of(one, depth + 1))
                  .collect(toImmutableList()));
      case NOT_ID -> of(principal.getNotId(), depth + 1).negated();
      case ANY -> Condition.always();
      case AUTHENTICATED -> peer(principal.getAuthenticated());
      case SOURCE_IP -> Condition.of(Dimension.SOURCE, TextTest.block(principal.getSourceIp()));
      case DIRECT_REMOTE_IP ->
          Condition.of(Dimension.SOURCE, TextTest.block(principal.getDirectRemoteIp()));
      case REMOTE_IP -> remote(TextTest.block(principal.getRemoteIp()));
      case HEADER -> ofRequest(HeaderConditions.of(principal.getHeader()));
      case URL_PATH -> ofRequest(path(principal.getUrlPath().getPath()));
      case METADATA -> MetadataConditions.of(principal.getMetadata(), facts);
      case SOURCED_METADATA -> metadata(principal.getSourcedMetadata());
      default -> Condition.unknown();
    };
  }

  /** A connection without a request meets no condition on requests. */
  private Condition ofRequest(Condition condition) {
    return facts.http() ? condition : Condition.never();
  }

  private static Condition path(StringMatcher matcher) {
    return TextTest.of(matcher).map(RouteConditions::path).orElse(Condition.never());
  }

  private static Condition template(Permission permission) {
    return UnpackedConfig.of(
            permission.getUriTemplate().getTypedConfig(), UriTemplateMatchConfig.class)
        .map(UriTemplateMatchConfig::getPathTemplate)
        .filter(template -> template.startsWith("/"))
        .map(template -> TextTest.ofRegex(PathTemplates.expression(template)))
        .map(RouteConditions::path)
        .orElse(Condition.never());
  }

  private static Condition address(CidrRange range, String address) {
    return Condition.of(IpRanges.longest(ImmutableList.of(range), address) >= 0);
  }

  private Condition metadata(SourcedMetadata sourced) {
    return sourced.getMetadataSource() == MetadataSource.ROUTE
        ? Condition.unknown()
        : MetadataConditions.of(sourced.getMetadataMatcher(), facts);
  }

  private Condition peer(Principal.Authenticated wanted) {
    if (!facts.client().encrypted()) {
      return Condition.never();
    }
    if (!wanted.hasPrincipalName()) {
      return Condition.always();
    }
    if (!facts.client().certificate()) {
      return Condition.of(StringMatch.matches(wanted.getPrincipalName(), ""));
    }
    Condition named =
        TextTest.of(wanted.getPrincipalName())
            .map(test -> Condition.of(Dimension.PEER, test))
            .orElse(Condition.never());
    return StringMatch.matches(wanted.getPrincipalName(), PrincipalMatch.SOMEBODY)
        ? Condition.some(
            ImmutableList.of(named, Condition.of(Dimension.PEER, TextTest.PRESENT).negated()))
        : named;
  }

  /** The address in the header, if it counts and is there, else that of the connection. */
  private Condition remote(TextTest block) {
    Condition direct = Condition.of(Dimension.SOURCE, block);
    if (facts.hops().isEmpty() || !facts.http()) {
      return direct;
    }
    Dimension forwarded =
        new Dimension(Dimension.Kind.REMOTE, String.valueOf(facts.hops().getAsInt()));
    return Condition.some(
        ImmutableList.of(
            Condition.of(forwarded, block),
            Condition.all(
                ImmutableList.of(Condition.of(forwarded, TextTest.PRESENT).negated(), direct))));
  }
}
