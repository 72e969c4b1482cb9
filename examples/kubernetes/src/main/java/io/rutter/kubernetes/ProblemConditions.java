// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The condition {@code rutter.io/Translated} in the status of an object of Istio's: whether it has
 * an effect, and what is wrong with it. It has the form of Istio's conditions ({@code
 * IstioStatus}); {@code validationMessages} is not for it, since its codes and pages are those of
 * {@code istioctl analyze}. Conditions of others stay.
 */
final class ProblemConditions {
  private static final String TYPE = "rutter.io/Translated";
  private static final int MOST_PROBLEMS = 20;
  private static final int MOST_CHARACTERS = 4_000;

  private ProblemConditions() {}

  /**
   * The conditions that an object should have; empty: those that it has. One without problems, that
   * never had any, is left alone.
   *
   * @param now the time, for a condition that turns
   */
  static Optional<ImmutableList<Object>> after(
      GenericKubernetesResource object, Collection<Problem> problems, Instant now) {
    ImmutableList<Problem> told =
        problems.stream()
            .filter(problem -> problem.severity() != Severity.NOTE)
            .sorted((one, other) -> one.severity().compareTo(other.severity()))
            .collect(ImmutableList.toImmutableList());
    List<?> present = conditions(object);
    Optional<Map<?, ?>> ours =
        present.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(condition -> (Map<?, ?>) condition)
            .filter(condition -> TYPE.equals(condition.get("type")))
            .findFirst();
    if (told.isEmpty() && ours.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> next = condition(told);
    Optional<Map<?, ?>> same =
        ours.filter(
            condition ->
                next.entrySet().stream()
                    .allMatch(field -> field.getValue().equals(condition.get(field.getKey()))));
    if (same.isPresent()) {
      return Optional.empty();
    }
    Object turned =
        ours.filter(condition -> Objects.equals(condition.get("status"), next.get("status")))
            .<Object>map(condition -> condition.get("lastTransitionTime"))
            .orElse(now.truncatedTo(ChronoUnit.SECONDS).toString());
    next.put("lastTransitionTime", turned);
    List<Object> all = new ArrayList<>(present);
    ours.ifPresent(all::remove);
    all.add(ImmutableMap.copyOf(next));
    return Optional.of(ImmutableList.copyOf(all));
  }

  private static List<?> conditions(GenericKubernetesResource object) {
    return object.getAdditionalProperties().get("status") instanceof Map<?, ?> status
            && status.get("conditions") instanceof List<?> conditions
        ? conditions
        : List.of();
  }

  private static Map<String, Object> condition(ImmutableList<Problem> problems) {
    boolean isError = problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    Map<String, Object> condition = new LinkedHashMap<>();
    condition.put("type", TYPE);
    condition.put("status", isError ? "False" : "True");
    condition.put("reason", isError ? "Errors" : problems.isEmpty() ? "NoProblems" : "Warnings");
    condition.put("message", message(problems));
    return condition;
  }

  private static String message(ImmutableList<Problem> problems) {
    if (problems.isEmpty()) {
      return "translated";
    }
    String text =
        problems.stream().limit(MOST_PROBLEMS).map(ProblemConditions::line).collect(joining("\n"));
    int more = problems.size() - MOST_PROBLEMS;
    String whole = more > 0 ? text + "\nand " + more + " more" : text;
    return whole.length() <= MOST_CHARACTERS ? whole : whole.substring(0, MOST_CHARACTERS);
  }

  private static String line(Problem problem) {
    String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return "%s: %s%s [%s]"
        .formatted(
            problem.severity() == Severity.ERROR ? "error" : "warning",
            where,
            problem.message(),
            problem.code().id());
  }
}
