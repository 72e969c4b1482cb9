// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.base.Ascii;
import com.google.common.net.InetAddresses;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether an emitted rule matches a request, as Envoy's documentation of RBAC has it. */
final class EmittedRules {
  private EmittedRules() {}

  static boolean matches(Policy policy, SampledRequest request) {
    return policy.getPermissionsList().stream().anyMatch(one -> matches(one, request))
        && policy.getPrincipalsList().stream().anyMatch(one -> matches(one, request));
  }

  private static boolean matches(Permission permission, SampledRequest request) {
    return switch (permission.getRuleCase()) {
      case ANY -> true;
      case AND_RULES ->
          permission.getAndRules().getRulesList().stream().allMatch(one -> matches(one, request));
      case OR_RULES ->
          permission.getOrRules().getRulesList().stream().anyMatch(one -> matches(one, request));
      case NOT_RULE -> !matches(permission.getNotRule(), request);
      case HEADER -> matches(permission.getHeader(), request);
      case URL_PATH -> matches(permission.getUrlPath().getPath(), request.path());
      case DESTINATION_IP -> contains(permission.getDestinationIp(), request.destination());
      case DESTINATION_PORT -> permission.getDestinationPort() == request.port();
      case REQUESTED_SERVER_NAME ->
          matches(permission.getRequestedServerName(), request.serverName());
      case URI_TEMPLATE -> matchesTemplate(permission, request.path());
      // No request of the samples has metadata of other filters.
      case SOURCED_METADATA -> false;
      default -> throw new AssertionError(permission);
    };
  }

  private static boolean matches(Principal principal, SampledRequest request) {
    return switch (principal.getIdentifierCase()) {
      case ANY -> true;
      case AND_IDS ->
          principal.getAndIds().getIdsList().stream().allMatch(one -> matches(one, request));
      case OR_IDS ->
          principal.getOrIds().getIdsList().stream().anyMatch(one -> matches(one, request));
      case NOT_ID -> !matches(principal.getNotId(), request);
      case HEADER -> matches(principal.getHeader(), request);
      case DIRECT_REMOTE_IP -> contains(principal.getDirectRemoteIp(), request.source());
      case REMOTE_IP -> contains(principal.getRemoteIp(), request.remote());
      case AUTHENTICATED ->
          request
              .identity()
              .filter(
                  identity -> matches(principal.getAuthenticated().getPrincipalName(), identity))
              .isPresent();
      case SOURCED_METADATA ->
          matches(principal.getSourcedMetadata().getMetadataMatcher(), request);
      default -> throw new AssertionError(principal);
    };
  }

  private static boolean matches(HeaderMatcher header, SampledRequest request) {
    String value = request.headers().get(header.getName());
    return value != null && (header.getPresentMatch() || matches(header.getStringMatch(), value));
  }

  private static boolean matches(StringMatcher matcher, String text) {
    boolean ignoring = matcher.getIgnoreCase();
    String value = ignoring ? Ascii.toLowerCase(text) : text;
    return switch (matcher.getMatchPatternCase()) {
      case EXACT -> value.equals(cased(matcher.getExact(), ignoring));
      case PREFIX -> value.startsWith(cased(matcher.getPrefix(), ignoring));
      case SUFFIX -> value.endsWith(cased(matcher.getSuffix(), ignoring));
      case SAFE_REGEX -> Pattern.matches(matcher.getSafeRegex().getRegex(), text);
      default -> throw new AssertionError(matcher);
    };
  }

  private static String cased(String text, boolean ignoring) {
    return ignoring ? Ascii.toLowerCase(text) : text;
  }

  private static boolean matchesTemplate(Permission permission, String path) {
    try {
      String template =
          permission
              .getUriTemplate()
              .getTypedConfig()
              .unpack(UriTemplateMatchConfig.class)
              .getPathTemplate();
      return Pattern.matches(expression(template), path);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static String expression(String template) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      if (template.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else if (template.charAt(i) == '*') {
        expression.append("[^/]+");
      } else {
        expression.append(Pattern.quote(template.substring(i, i + 1)));
      }
    }
    return expression.toString();
  }

  private static boolean contains(CidrRange range, String text) {
    InetAddress address = InetAddresses.forString(text);
    InetAddress prefix = InetAddresses.forString(range.getAddressPrefix());
    int bits = prefix.getAddress().length * 8;
    int shift = bits - range.getPrefixLen().getValue();
    return bits == address.getAddress().length * 8
        && new BigInteger(1, prefix.getAddress())
            .shiftRight(shift)
            .equals(new BigInteger(1, address.getAddress()).shiftRight(shift));
  }

  private static boolean matches(MetadataMatcher matcher, SampledRequest request) {
    Object value = request.claims();
    for (int i = 1; i < matcher.getPathCount(); i++) {
      value = value instanceof Map<?, ?> map ? map.get(matcher.getPath(i).getKey()) : null;
    }
    return value != null && matches(matcher.getValue(), value);
  }

  private static boolean matches(ValueMatcher matcher, Object value) {
    return switch (matcher.getMatchPatternCase()) {
      case STRING_MATCH -> value instanceof String text && matches(matcher.getStringMatch(), text);
      case LIST_MATCH ->
          value instanceof List<?> list
              && list.stream().anyMatch(one -> matches(matcher.getListMatch().getOneOf(), one));
      case OR_MATCH ->
          matcher.getOrMatch().getValueMatchersList().stream().anyMatch(one -> matches(one, value));
      default -> throw new AssertionError(matcher);
    };
  }
}
