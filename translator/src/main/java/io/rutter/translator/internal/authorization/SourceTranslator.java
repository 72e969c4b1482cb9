// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.model.security.Source;
import io.rutter.translator.internal.proto.StringMatchers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who calls → {@link Principal}s that must all hold, in the order in which istiod has them. Istio
 * document: Authorization Policy, {@code Source}.
 */
final class SourceTranslator {
  private static final Splitter STARS = Splitter.on('*');

  private SourceTranslator() {}

  static ImmutableList<Principal> translate(Source source, PolicyContext context) {
    return ImmutableList.<Principal>builder()
        .addAll(principals(source.principals(), source.notPrincipals(), context))
        .addAll(
            Principals.together(
                source.requestPrincipals(),
                source.notRequestPrincipals(),
                TokenPrincipals::ofRequestPrincipals))
        .addAll(accounts(source.serviceAccounts(), source.notServiceAccounts(), context))
        .addAll(trustDomains(source.trustDomains(), source.notTrustDomains(), context))
        .addAll(namespaces(source.namespaces(), source.notNamespaces()))
        .addAll(remoteAddresses(source.remoteIpBlocks(), source.notRemoteIpBlocks()))
        .addAll(addresses(source.ipBlocks(), source.notIpBlocks()))
        .build();
  }

  static ImmutableList<Principal> principals(
      List<String> values, List<String> notValues, PolicyContext context) {
    TrustDomains domains = context.trustDomains();
    return Principals.each(
        domains.ofPrincipals(values),
        domains.ofPrincipals(notValues),
        value -> authenticated(ValuePatterns.text(SpiffeNames.SCHEME, value)));
  }

  static ImmutableList<Principal> accounts(
      List<String> values, List<String> notValues, PolicyContext context) {
    return Principals.each(values, notValues, value -> account(value, context));
  }

  private static Principal account(String value, PolicyContext context) {
    int slash = value.indexOf('/');
    String namespace = slash < 0 ? context.namespace() : value.substring(0, slash);
    return authenticated(
        StringMatchers.regex(
            SpiffeNames.SCHEME
                + ".+/ns/"
                + ValuePatterns.quoted(namespace)
                + "/(.+/|)sa/"
                + ValuePatterns.quoted(value.substring(slash + 1))
                + "(/.+)?"));
  }

  static ImmutableList<Principal> trustDomains(
      List<String> values, List<String> notValues, PolicyContext context) {
    TrustDomains domains = context.trustDomains();
    return Principals.each(
        domains.ofDomains(values),
        domains.ofDomains(notValues),
        value -> authenticated(trustDomain(value)));
  }

  private static StringMatcher trustDomain(String value) {
    if (value.equals("*")) {
      return StringMatchers.prefix(SpiffeNames.SCHEME);
    }
    int star = value.indexOf('*');
    return star < 0
        ? StringMatchers.prefix(SpiffeNames.SCHEME + value + "/")
        : StringMatchers.regex(
            SpiffeNames.SCHEME
                + ValuePatterns.quoted(value.substring(0, star))
                + "[^/]*"
                + ValuePatterns.quoted(value.substring(star + 1))
                + "/.*");
  }

  static ImmutableList<Principal> namespaces(List<String> values, List<String> notValues) {
    return Principals.each(values, notValues, SourceTranslator::namespace);
  }

  private static Principal namespace(String value) {
    String expression =
        STARS.splitToList(value).stream()
            .map(ValuePatterns::quoted)
            .collect(Collectors.joining(".*"));
    return authenticated(StringMatchers.regex(".*/ns/" + expression + "/.*"));
  }

  static ImmutableList<Principal> remoteAddresses(List<String> values, List<String> notValues) {
    return Principals.each(
        values,
        notValues,
        value -> Principal.newBuilder().setRemoteIp(AddressRanges.of(value)).build());
  }

  static ImmutableList<Principal> addresses(List<String> values, List<String> notValues) {
    return Principals.each(
        values,
        notValues,
        value -> Principal.newBuilder().setDirectRemoteIp(AddressRanges.of(value)).build());
  }

  private static Principal authenticated(StringMatcher identity) {
    return Principal.newBuilder()
        .setAuthenticated(Principal.Authenticated.newBuilder().setPrincipalName(identity))
        .build();
  }
}
