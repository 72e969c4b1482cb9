// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.StringMatch;

/** Envoy's {@code Permission}: a condition on what is asked for. */
final class PermissionMatch {
  private PermissionMatch() {}

  static Verdict of(Permission permission, AccessFacts facts) {
    return of(permission, facts, 0);
  }

  @SuppressWarnings("deprecation") // istiod still writes conditions on metadata the old way
  private static Verdict of(Permission permission, AccessFacts facts, int depth) {
    if (depth > Conditions.MOST_LEVELS) {
      return Conditions.tooDeep();
    }
    return switch (permission.getRuleCase()) {
      case AND_RULES ->
          Verdict.all(permission.getAndRules().getRulesList(), rule -> of(rule, facts, depth + 1));
      case OR_RULES ->
          Verdict.any(permission.getOrRules().getRulesList(), rule -> of(rule, facts, depth + 1));
      case NOT_RULE -> of(permission.getNotRule(), facts, depth + 1).negated();
      case ANY -> Verdict.ANYTHING;
      case HEADER -> Conditions.header(permission.getHeader(), facts);
      case URL_PATH -> Conditions.path(permission.getUrlPath(), facts);
      case URI_TEMPLATE ->
          UnpackedConfig.of(
                  permission.getUriTemplate().getTypedConfig(), UriTemplateMatchConfig.class)
              .map(template -> Conditions.template(template.getPathTemplate(), facts))
              .orElseGet(() -> Conditions.unknown(permission.getUriTemplate().getName()));
      case DESTINATION_IP ->
          Conditions.address(
              "destination_ip", permission.getDestinationIp(), facts.call().address());
      case DESTINATION_PORT ->
          Verdict.of(
              permission.getDestinationPort() == facts.call().port(),
              "destination_port " + Integer.toUnsignedString(permission.getDestinationPort()),
              "" + facts.call().port());
      case DESTINATION_PORT_RANGE -> portRange(permission, facts);
      case REQUESTED_SERVER_NAME ->
          Verdict.of(
              StringMatch.matches(
                  permission.getRequestedServerName(), facts.connection().serverName()),
              "server name " + StringMatch.print(permission.getRequestedServerName()),
              Conditions.quoted(facts.connection().serverName()));
      case METADATA -> Conditions.metadata(permission.getMetadata(), facts);
      case SOURCED_METADATA -> Conditions.metadata(permission.getSourcedMetadata(), facts);
      case MATCHER -> Conditions.unknown(permission.getMatcher().getName());
      case RULE_NOT_SET -> Conditions.unknown("a permission of another version");
    };
  }

  private static Verdict portRange(Permission permission, AccessFacts facts) {
    int start = permission.getDestinationPortRange().getStart();
    int end = permission.getDestinationPortRange().getEnd();
    int port = facts.call().port();
    return Verdict.of(
        port >= start && port < end, "destination_port in [" + start + ", " + end + ")", "" + port);
  }
}
