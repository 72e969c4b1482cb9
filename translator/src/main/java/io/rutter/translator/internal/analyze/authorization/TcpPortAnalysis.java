// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.translator.internal.analyze.authorization.Attribute.Kind;
import io.rutter.translator.internal.analyze.authorization.KnownWorkload.Handling;
import io.rutter.translator.internal.analyze.authorization.KnownWorkload.ServedPort;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of conditions on requests where workloads serve TCP, which has no requests: a rule
 * that allows does not count there, others count without these conditions. Rules of action DENY
 * without ports are spoken of by validation. Istio document: Authorization Policy, {@code Rule}.
 */
final class TcpPortAnalysis {
  private final AuthorizationRules rules;
  private final PolicyWorkloads workloads;

  /** What was found, by workload and port. */
  private final IdentityHashMap<KnownWorkload, Map<Integer, Boolean>> closed =
      new IdentityHashMap<>();

  private TcpPortAnalysis(AuthorizationRules rules, PolicyWorkloads workloads) {
    this.rules = rules;
    this.workloads = workloads;
  }

  static void check(AuthorizationRules rules, PolicyWorkloads workloads) {
    TcpPortAnalysis analysis = new TcpPortAnalysis(rules, workloads);
    for (AuthorizationRules.Indexed rule : rules.all()) {
      if (!rule.policy().isDryRun() && !rule.conditions().ofHttp().isEmpty()) {
        analysis.check(rule);
      }
    }
  }

  private void check(AuthorizationRules.Indexed rule) {
    ImmutableList<KnownWorkload> selected = workloads.of(rule.attachment());
    for (Conjunction operation : rule.conditions().operations()) {
      Optional<Constraint> ports =
          operation.constraints().stream().filter(c -> c.isOf(Kind.PORT)).findFirst();
      if (rule.policy().action() == AuthorizationAction.ALLOW) {
        checkAllow(rule, operation, ports, selected);
      } else if (rule.policy().action() == AuthorizationAction.DENY && ports.isPresent()) {
        checkDeny(rule, operation, ports.get(), selected);
      }
    }
  }

  /** The ports of workloads that a conjunction is for and whose traffic is taken for TCP. */
  private static ImmutableList<ServedPort> tcpPorts(
      ImmutableList<KnownWorkload> selected, Conjunction operation) {
    return selected.stream()
        .flatMap(workload -> workload.ports().stream())
        .filter(port -> port.handling() == Handling.TCP)
        .filter(port -> operation.mayBeFor(port.number()))
        .collect(toImmutableList());
  }

  private void checkAllow(
      AuthorizationRules.Indexed rule,
      Conjunction operation,
      Optional<Constraint> ports,
      ImmutableList<KnownWorkload> selected) {
    if (ports.isPresent() && !ports.get().negated()) {
      checkNamedPorts(rule, ports.get(), selected);
    } else {
      checkOtherPorts(rule, operation, selected);
    }
  }

  /** A port that the rule names, and that is of TCP wherever it is known. */
  private static void checkNamedPorts(
      AuthorizationRules.Indexed rule, Constraint ports, ImmutableList<KnownWorkload> selected) {
    for (int i = 0; i < ports.values().size(); i++) {
      String text = ports.values().get(i).text();
      ImmutableList<ServedPort> served =
          selected.stream()
              .flatMap(workload -> workload.ports().stream())
              .filter(port -> isNamed(text, port.number()))
              .collect(toImmutableList());
      if (!served.isEmpty() && served.stream().allMatch(p -> p.handling() == Handling.TCP)) {
        ports
            .place()
            .at(i)
            .warn(
                ProblemCode.LOST_ON_TCP,
                "port: "
                    + text
                    + " is TCP at "
                    + served.get(0).what()
                    + ", where a rule that asks for "
                    + rule.conditions().ofHttp()
                    + " allows nothing (expected: a rule of its own for the port, without"
                    + " conditions on requests)");
      }
    }
  }

  private static boolean isNamed(String text, int port) {
    return AddressRange.port(text).equals(AddressRange.port(Integer.toString(port)));
  }

  /** A port that is closed to everybody because no rule that allows is left for it. */
  private void checkOtherPorts(
      AuthorizationRules.Indexed rule,
      Conjunction operation,
      ImmutableList<KnownWorkload> selected) {
    for (KnownWorkload workload : selected) {
      for (ServedPort port : tcpPorts(ImmutableList.of(workload), operation)) {
        if (isClosed(workload, port.number())) {
          rule.place()
              .warn(
                  ProblemCode.LOST_ON_TCP,
                  "TCP port "
                      + port.number()
                      + " of "
                      + port.what()
                      + " is closed: a rule that asks for "
                      + rule.conditions().ofHttp()
                      + " allows nothing there, and no other does (expected: a rule of its own for"
                      + " the port, without conditions on requests)");
          return;
        }
      }
    }
  }

  /** Whether every rule for the port that allows has conditions on requests. */
  private boolean isClosed(KnownWorkload workload, int port) {
    return closed
        .computeIfAbsent(workload, w -> new HashMap<>())
        .computeIfAbsent(port, p -> hasNoRuleOfTcp(workload, p));
  }

  private boolean hasNoRuleOfTcp(KnownWorkload workload, int port) {
    return rules.all().stream()
        .filter(rule -> rule.policy().action() == AuthorizationAction.ALLOW)
        .filter(rule -> !rule.policy().isDryRun())
        .filter(rule -> workloads.applies(rule.attachment(), workload))
        .noneMatch(
            rule -> rule.conditions().mayBeFor(port) && rule.conditions().ofHttp().isEmpty());
  }

  /** A port of an operation on which everything is denied, or everything of some callers. */
  private static void checkDeny(
      AuthorizationRules.Indexed rule,
      Conjunction operation,
      Constraint ports,
      ImmutableList<KnownWorkload> selected) {
    Stream<Constraint> constraints =
        Stream.concat(
            rule.conditions().callers().stream().flatMap(caller -> caller.constraints().stream()),
            operation.constraints().stream());
    String lost = RuleConditions.ofHttp(constraints);
    ImmutableList<ServedPort> tcp = tcpPorts(selected, operation);
    if (!lost.isEmpty() && !tcp.isEmpty()) {
      ports
          .place()
          .warn(
              ProblemCode.DENIES_TCP,
              "port "
                  + tcp.get(0).number()
                  + " of "
                  + tcp.get(0).what()
                  + " is TCP, where the rule denies as if it had no "
                  + lost
                  + " (expected: ports of HTTP only)");
    }
  }
}
