// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.SourcedMetadata;
import io.envoyproxy.envoy.type.matcher.v3.ListMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.OrMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.model.internal.validation.security.ConditionAttribute;
import io.rutter.model.security.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A further condition → {@link Permission}s or {@link Principal}s, as what it looks at is what is
 * asked for or who calls. Istio document: Authorization Policy Conditions.
 */
final class ConditionTranslator {
  private static final CharMatcher BRACKETS = CharMatcher.anyOf("[]");
  private static final Splitter PARTS = Splitter.on("][");
  private static final String EXPERIMENTAL = "experimental.";

  private ConditionTranslator() {}

  /** What the condition says of what is asked for. */
  static ImmutableList<Permission> permissions(Condition condition) {
    Optional<ConditionAttribute> attribute = ConditionAttribute.of(condition.key());
    if (attribute.isEmpty()) {
      return ImmutableList.of();
    }
    List<String> values = condition.values();
    List<String> notValues = condition.notValues();
    return switch (attribute.get()) {
      case DESTINATION_IP ->
          Permissions.each(
              values,
              notValues,
              value -> Permission.newBuilder().setDestinationIp(AddressRanges.of(value)).build());
      case DESTINATION_PORT -> OperationTranslator.ports(values, notValues);
      case CONNECTION_SNI ->
          Permissions.each(
              values,
              notValues,
              value ->
                  Permission.newBuilder()
                      .setRequestedServerName(ValuePatterns.text(value))
                      .build());
      case EXPERIMENTAL_ENVOY_FILTERS ->
          Permissions.together(values, notValues, all -> ofFilter(condition.key(), all));
      default -> ImmutableList.of();
    };
  }

  /** What the condition says of who calls. */
  static ImmutableList<Principal> principals(Condition condition, PolicyContext context) {
    Optional<ConditionAttribute> attribute = ConditionAttribute.of(condition.key());
    if (attribute.isEmpty()) {
      return ImmutableList.of();
    }
    List<String> values = condition.values();
    List<String> notValues = condition.notValues();
    return switch (attribute.get()) {
      case SOURCE_IP -> SourceTranslator.addresses(values, notValues);
      case REMOTE_IP -> SourceTranslator.remoteAddresses(values, notValues);
      case SOURCE_NAMESPACE -> SourceTranslator.namespaces(values, notValues);
      case SOURCE_PRINCIPAL -> SourceTranslator.principals(values, notValues, context);
      case SOURCE_SERVICE_ACCOUNT -> SourceTranslator.accounts(values, notValues, context);
      case SOURCE_TRUST_DOMAIN -> SourceTranslator.trustDomains(values, notValues, context);
      case REQUEST_HEADERS ->
          Principals.each(
              values,
              notValues,
              value ->
                  Principal.newBuilder()
                      .setHeader(ValuePatterns.header(inBrackets(condition.key()), value))
                      .build());
      case REQUEST_AUTH_PRINCIPAL ->
          Principals.together(values, notValues, TokenPrincipals::ofRequestPrincipals);
      case REQUEST_AUTH_AUDIENCES -> claim(ImmutableList.of("aud"), condition);
      case REQUEST_AUTH_PRESENTER -> claim(ImmutableList.of("azp"), condition);
      case REQUEST_AUTH_CLAIMS -> claim(claimPath(condition.key()), condition);
      default -> ImmutableList.of();
    };
  }

  private static ImmutableList<Principal> claim(List<String> path, Condition condition) {
    return Principals.together(
        condition.values(), condition.notValues(), values -> TokenPrincipals.ofClaim(path, values));
  }

  private static String inBrackets(String key) {
    return key.substring(key.indexOf('[') + 1, key.length() - 1);
  }

  /** {@code [a][b]} are two steps; brackets in brackets are part of one name. */
  private static List<String> claimPath(String key) {
    String inside = inBrackets(key);
    List<String> parts = PARTS.splitToList(inside);
    return parts.stream().anyMatch(BRACKETS::matchesAnyOf) ? ImmutableList.of(inside) : parts;
  }

  /** A value in brackets is to be in a list, others are the value. */
  private static Permission ofFilter(String key, List<String> values) {
    int open = key.indexOf('[');
    ImmutableList<ValueMatcher> each =
        values.stream().map(ConditionTranslator::valueOfFilter).collect(toImmutableList());
    MetadataMatcher.Builder matcher =
        MetadataMatcher.newBuilder()
            .setFilter(key.substring(EXPERIMENTAL.length(), open))
            .setValue(
                each.size() == 1
                    ? each.get(0)
                    : ValueMatcher.newBuilder()
                        .setOrMatch(OrMatcher.newBuilder().addAllValueMatchers(each))
                        .build());
    matcher.addPathBuilder().setKey(inBrackets(key));
    return Permission.newBuilder()
        .setSourcedMetadata(SourcedMetadata.newBuilder().setMetadataMatcher(matcher))
        .build();
  }

  private static ValueMatcher valueOfFilter(String value) {
    boolean ofList = value.startsWith("[") && value.endsWith("]");
    ValueMatcher text =
        ValueMatcher.newBuilder()
            .setStringMatch(ValuePatterns.text(ofList ? BRACKETS.trimFrom(value) : value))
            .build();
    return ofList
        ? ValueMatcher.newBuilder().setListMatch(ListMatcher.newBuilder().setOneOf(text)).build()
        : text;
  }
}
