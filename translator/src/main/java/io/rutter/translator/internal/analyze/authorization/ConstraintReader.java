// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.internal.validation.security.ConditionAttribute;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Operation;
import io.rutter.model.security.Source;
import io.rutter.translator.internal.analyze.authorization.Attribute.Kind;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.authorization.TrustDomains;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of a policy as constraints. Istio document: Authorization Policy.
 *
 * @param namespace the namespace of the policy
 * @param trustDomains those of the mesh
 */
record ConstraintReader(String namespace, TrustDomains trustDomains) {

  /** A list in the making, with its negation. */
  private record Lists(
      ImmutableList.Builder<Constraint> constraints, String key, FindingPlace place) {
    Lists(String key, FindingPlace place) {
      this(ImmutableList.builder(), key, place);
    }

    Lists add(
        Attribute attribute,
        String field,
        List<String> values,
        List<String> notValues,
        Function<String, ImmutableList<ValueSet>> sets) {
      add(attribute, field, false, values, sets);
      String negation = "not" + Ascii.toUpperCase(field.charAt(0)) + field.substring(1);
      return add(attribute, negation, true, notValues, sets);
    }

    @CanIgnoreReturnValue
    private Lists add(
        Attribute attribute,
        String field,
        boolean negated,
        List<String> values,
        Function<String, ImmutableList<ValueSet>> sets) {
      if (!values.isEmpty()) {
        constraints.add(
            new Constraint(
                attribute,
                key,
                field,
                negated,
                values.stream()
                    .map(value -> new Constraint.Value(value, sets.apply(value)))
                    .collect(toImmutableList()),
                place.at(field)));
      }
      return this;
    }

    ImmutableList<Constraint> build() {
      return constraints.build();
    }
  }

  ImmutableList<Constraint> operation(Operation operation, FindingPlace place) {
    return new Lists("", place)
        .add(
            Attribute.of(Kind.HOST),
            "hosts",
            operation.hosts(),
            operation.notHosts(),
            one(value -> TextPattern.of(Ascii.toLowerCase(value))))
        .add(
            Attribute.of(Kind.METHOD),
            "methods",
            operation.methods(),
            operation.notMethods(),
            one(TextPattern::of))
        .add(
            Attribute.of(Kind.PATH),
            "paths",
            operation.paths(),
            operation.notPaths(),
            one(ConstraintReader::path))
        .add(
            Attribute.of(Kind.PORT),
            "ports",
            operation.ports(),
            operation.notPorts(),
            one(AddressRange::port))
        .build();
  }

  private static ValueSet path(String value) {
    return PathTemplate.isOne(value) ? new PathTemplate(value) : TextPattern.of(value);
  }

  ImmutableList<Constraint> source(Source source, FindingPlace place) {
    Attribute identity = Attribute.of(Kind.IDENTITY);
    return new Lists("", place)
        .add(identity, "principals", source.principals(), source.notPrincipals(), this::principal)
        .add(
            identity,
            "namespaces",
            source.namespaces(),
            source.notNamespaces(),
            one(Identity::ofNamespace))
        .add(
            identity,
            "serviceAccounts",
            source.serviceAccounts(),
            source.notServiceAccounts(),
            one(value -> Identity.ofAccount(value, namespace)))
        .add(
            identity,
            "trustDomains",
            source.trustDomains(),
            source.notTrustDomains(),
            this::trustDomain)
        .add(
            Attribute.of(Kind.TOKEN),
            "requestPrincipals",
            source.requestPrincipals(),
            source.notRequestPrincipals(),
            one(TokenIdentity::of))
        .add(
            Attribute.of(Kind.SOURCE_ADDRESS),
            "ipBlocks",
            source.ipBlocks(),
            source.notIpBlocks(),
            one(AddressRange::of))
        .add(
            Attribute.of(Kind.REMOTE_ADDRESS),
            "remoteIpBlocks",
            source.remoteIpBlocks(),
            source.notRemoteIpBlocks(),
            one(AddressRange::of))
        .build();
  }

  ImmutableList<Constraint> condition(Condition condition, FindingPlace place) {
    Optional<ConditionAttribute> attribute = ConditionAttribute.of(condition.key());
    if (attribute.isEmpty()) {
      return ImmutableList.of();
    }
    return new Lists(condition.key(), place)
        .add(
            attribute(attribute.get(), condition.key()),
            "values",
            condition.values(),
            condition.notValues(),
            value -> sets(attribute.get(), value))
        .build();
  }

  private static Attribute attribute(ConditionAttribute attribute, String key) {
    return switch (attribute) {
      case SOURCE_IP -> Attribute.of(Kind.SOURCE_ADDRESS);
      case REMOTE_IP -> Attribute.of(Kind.REMOTE_ADDRESS);
      case DESTINATION_IP -> Attribute.of(Kind.DESTINATION_ADDRESS);
      case DESTINATION_PORT -> Attribute.of(Kind.PORT);
      case CONNECTION_SNI -> Attribute.of(Kind.SERVER_NAME);
      case SOURCE_NAMESPACE, SOURCE_SERVICE_ACCOUNT, SOURCE_PRINCIPAL, SOURCE_TRUST_DOMAIN ->
          Attribute.of(Kind.IDENTITY);
      case REQUEST_AUTH_PRINCIPAL -> Attribute.of(Kind.TOKEN);
      case REQUEST_HEADERS -> new Attribute(Kind.HEADER, Ascii.toLowerCase(key));
      case REQUEST_AUTH_AUDIENCES, REQUEST_AUTH_PRESENTER, REQUEST_AUTH_CLAIMS ->
          new Attribute(Kind.CLAIM, key);
      case EXPERIMENTAL_ENVOY_FILTERS -> new Attribute(Kind.METADATA, key);
    };
  }

  private ImmutableList<ValueSet> sets(ConditionAttribute attribute, String value) {
    return switch (attribute) {
      case SOURCE_IP, REMOTE_IP, DESTINATION_IP -> ImmutableList.of(AddressRange.of(value));
      case DESTINATION_PORT -> ImmutableList.of(AddressRange.port(value));
      case SOURCE_NAMESPACE -> ImmutableList.of(Identity.ofNamespace(value));
      case SOURCE_SERVICE_ACCOUNT -> ImmutableList.of(Identity.ofAccount(value, namespace));
      case SOURCE_PRINCIPAL -> principal(value);
      case SOURCE_TRUST_DOMAIN -> trustDomain(value);
      case REQUEST_AUTH_PRINCIPAL -> ImmutableList.of(TokenIdentity.of(value));
      case EXPERIMENTAL_ENVOY_FILTERS -> ImmutableList.of(new ValueSet.Opaque(value));
      case CONNECTION_SNI,
          REQUEST_HEADERS,
          REQUEST_AUTH_AUDIENCES,
          REQUEST_AUTH_PRESENTER,
          REQUEST_AUTH_CLAIMS ->
          ImmutableList.of(TextPattern.of(value));
    };
  }

  private ImmutableList<ValueSet> principal(String value) {
    return trustDomains.ofPrincipals(ImmutableList.of(value)).stream()
        .map(Identity::ofPrincipal)
        .collect(toImmutableList());
  }

  private ImmutableList<ValueSet> trustDomain(String value) {
    return trustDomains.ofDomains(ImmutableList.of(value)).stream()
        .map(Identity::ofTrustDomain)
        .collect(toImmutableList());
  }

  private static Function<String, ImmutableList<ValueSet>> one(Function<String, ValueSet> set) {
    return value -> ImmutableList.of(set.apply(value));
  }
}
