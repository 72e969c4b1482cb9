// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.security.ConditionAttribute;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import java.util.List;
import java.util.stream.Stream;

/**
 * The conditions of a rule: one of those for callers and one of those for what is asked for must
 * hold. Istio document: Authorization Policy, {@code Rule}.
 *
 * @param callers one for each {@code from}, or one for all callers
 * @param operations one for each {@code to}, or one for all requests
 */
record RuleConditions(ImmutableList<Conjunction> callers, ImmutableList<Conjunction> operations) {
  /**
   * The conditions of a rule.
   *
   * @param place where the rule is
   */
  static RuleConditions of(AuthorizationRule rule, FindingPlace place, ConstraintReader reader) {
    ImmutableList.Builder<Constraint> ofCallers = ImmutableList.builder();
    ImmutableList.Builder<Constraint> ofOperations = ImmutableList.builder();
    for (int i = 0; i < rule.when().size(); i++) {
      (isOfOperation(rule.when().get(i).key()) ? ofOperations : ofCallers)
          .addAll(reader.condition(rule.when().get(i), place.at("when").at(i)));
    }
    ImmutableList.Builder<List<Constraint>> sources = ImmutableList.builder();
    for (int i = 0; i < rule.from().size(); i++) {
      sources.add(reader.source(rule.from().get(i), place.at("from").at(i).at("source")));
    }
    ImmutableList.Builder<List<Constraint>> operations = ImmutableList.builder();
    for (int i = 0; i < rule.to().size(); i++) {
      operations.add(reader.operation(rule.to().get(i), place.at("to").at(i).at("operation")));
    }
    return new RuleConditions(
        each(sources.build(), ofCallers.build()), each(operations.build(), ofOperations.build()));
  }

  private static ImmutableList<Conjunction> each(
      ImmutableList<List<Constraint>> lists, ImmutableList<Constraint> ofAll) {
    return lists.isEmpty()
        ? ImmutableList.of(new Conjunction(ofAll))
        : lists.stream()
            .map(list -> ImmutableList.<Constraint>builder().addAll(list).addAll(ofAll).build())
            .map(Conjunction::new)
            .collect(toImmutableList());
  }

  private static boolean isOfOperation(String key) {
    return switch (ConditionAttribute.of(key).orElse(ConditionAttribute.REQUEST_HEADERS)) {
      case DESTINATION_IP, DESTINATION_PORT, CONNECTION_SNI, EXPERIMENTAL_ENVOY_FILTERS -> true;
      default -> false;
    };
  }

  /** All conjunctions, those of callers first. */
  Stream<Conjunction> all() {
    return Stream.concat(callers.stream(), operations.stream());
  }

  /** All constraints, each once for each conjunction that has it. */
  Stream<Constraint> constraints() {
    return all().flatMap(conjunction -> conjunction.constraints().stream());
  }

  /** Whether the rule may hold for a connection to that port. */
  boolean mayBeFor(int port) {
    return operations.stream().anyMatch(operation -> operation.mayBeFor(port));
  }

  /** The ports that the rule names, if each of its operations names some; else none. */
  ImmutableList<Integer> namedPorts() {
    ImmutableList.Builder<Integer> ports = ImmutableList.builder();
    for (Conjunction operation : operations) {
      ImmutableList<Integer> named = operation.namedPorts();
      if (named.isEmpty()) {
        return ImmutableList.of();
      }
      ports.addAll(named);
    }
    return ports.build();
  }

  /** The conditions that are only of requests, in words; empty without any. */
  String ofHttp() {
    return ofHttp(constraints());
  }

  /** Those of the constraints that are only of requests, in words. */
  static String ofHttp(Stream<Constraint> constraints) {
    return String.join(
        ", ",
        constraints
            .filter(constraint -> constraint.attribute().isOfHttp())
            .map(Constraint::name)
            .collect(toImmutableSet()));
  }

  /** Whether no request meets the rule. */
  boolean isImpossible() {
    return callers.stream().allMatch(Conjunction::isImpossible)
        || operations.stream().allMatch(Conjunction::isImpossible);
  }

  /** Whether all requests that meet this rule meet the other too. */
  boolean isWithin(RuleConditions other) {
    return isWithin(callers, other.callers) && isWithin(operations, other.operations);
  }

  private static boolean isWithin(List<Conjunction> some, List<Conjunction> others) {
    return some.stream().allMatch(one -> others.stream().anyMatch(one::isWithin));
  }
}
