// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.registry.Service;
import io.rutter.yaml.internal.kubernetes.MadeByName.Change;
import io.rutter.yaml.internal.kubernetes.MadeByName.Recipe;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The services of a namespace, each checked. */
final class NamespaceServices {
  private final MadeByName<CheckedService> checked = new MadeByName<>();
  private ImmutableList<?> surroundings = ImmutableList.of();
  private NamedList<Service> right = NamedList.of();
  private NamedList<ImmutableList<Problem>> problems = NamedList.of();

  /**
   * A service that has been checked.
   *
   * @param service the service
   * @param problems what is wrong with it
   */
  private record CheckedService(Service service, ImmutableList<Problem> problems) {
    Optional<Service> ifRight() {
      return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
          ? Optional.empty()
          : Optional.of(service);
    }

    Optional<ImmutableList<Problem>> ifWrong() {
      return problems.isEmpty() ? Optional.empty() : Optional.of(problems);
    }
  }

  /**
   * Takes the services of the next snapshot.
   *
   * @param changed the names of those that came, went or changed
   * @param rules what is wrong with a service
   * @return the names of those that became others
   */
  ImmutableSet<String> update(
      String namespace,
      NamedList<KubernetesService> now,
      Set<String> changed,
      ServiceConversion conversion,
      Function<Service, ImmutableList<Problem>> rules) {
    ImmutableList<?> around = conversion.surroundings(namespace);
    Set<String> names =
        Made.areSame(surroundings, around)
            ? changed
            : Sets.union(changed, ImmutableSet.copyOf(now.names()));
    surroundings = around;
    Map<String, Change<CheckedService>> changes =
        checked.update(names, name -> now.get(name).map(of -> recipe(of, conversion, rules)));
    if (changes.isEmpty()) {
      return ImmutableSet.of();
    }
    TreeMap<String, Change<CheckedService>> sorted = new TreeMap<>(changes);
    right =
        right.with(
            Maps.transformValues(sorted, change -> change.now().flatMap(CheckedService::ifRight)));
    problems =
        problems.with(
            Maps.transformValues(sorted, change -> change.now().flatMap(CheckedService::ifWrong)));
    return ImmutableSet.copyOf(changes.keySet());
  }

  private static Recipe<CheckedService> recipe(
      KubernetesService of,
      ServiceConversion conversion,
      Function<Service, ImmutableList<Problem>> rules) {
    return new Recipe<>(
        conversion.inputs(of),
        () -> {
          Service service = conversion.convert(of);
          return Optional.of(new CheckedService(service, rules.apply(service)));
        });
  }

  /** Those without an error. */
  NamedList<Service> right() {
    return right;
  }

  /** What is wrong with each of those that have a problem. */
  NamedList<ImmutableList<Problem>> problems() {
    return problems;
  }
}
