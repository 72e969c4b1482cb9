// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.validation.registry.EndpointGroups;
import io.rutter.model.internal.validation.registry.KnownServices;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.registry.Service;
import java.util.stream.Stream;

/**
 * A validated mesh: its problems, and the mesh without invalid objects. Immutable.
 *
 * <p>Left out, each with a problem of severity {@link Severity#ERROR}: objects with an error,
 * endpoints with an error (the others of the service stay), and the later of two objects with the
 * same kind, namespace and name, of two services with the same host, namespace and cluster, and of
 * two equal endpoints of a service. Invalid settings of the mesh are replaced by the defaults.
 * Valid values without effect only give warnings, for example endpoints that belong to no port of a
 * service.
 */
public final class ValidatedSnapshot {
  private static final ValidatedSnapshot NONE = none();

  private final MeshSnapshot given;
  private final MeshSnapshot snapshot;
  private final CheckedSettings settings;
  private final CheckedObjects<Service> services;
  private final KnownServices known;
  private final EndpointGroups endpoints;
  private final ImmutableList<CheckedObjects<?>> others;
  private final ImmutableList<Problem> problems;

  private ValidatedSnapshot(
      MeshSnapshot given,
      CheckedSettings settings,
      CheckedObjects<Service> services,
      KnownServices known,
      EndpointGroups endpoints,
      ImmutableList<CheckedObjects<?>> others) {
    this.given = given;
    this.settings = settings;
    this.services = services;
    this.known = known;
    this.endpoints = endpoints;
    this.others = others;
    this.snapshot = isWhole(given) ? given : right(given);
    this.problems =
        Stream.of(
                settings.ofMesh().stream(),
                settings.ofNetworks().stream(),
                byObject(services.problems()),
                byObject(endpoints.problems()),
                others.stream().flatMap(kind -> byObject(kind.problems())))
            .flatMap(found -> found)
            .collect(toImmutableList());
  }

  /** In an order that the order of the objects has no say in. */
  private static Stream<Problem> byObject(ImmutableList<Problem> problems) {
    return problems.stream().sorted(comparing(problem -> problem.object().orElseThrow()));
  }

  private static ValidatedSnapshot none() {
    MeshSnapshot empty = MeshSnapshot.builder().build();
    return new ValidatedSnapshot(
        empty,
        CheckedSettings.of(empty),
        CheckedObjects.none(SnapshotKind.SERVICES),
        KnownServices.of(ImmutableList.of(), ImmutableList.of()),
        EndpointGroups.none(),
        SnapshotKind.OTHERS.stream().map(CheckedObjects::none).collect(toImmutableList()));
  }

  static ValidatedSnapshot of(MeshSnapshot snapshot) {
    return NONE.with(snapshot);
  }

  /**
   * Like {@link Validator#validate(MeshSnapshot)} of another mesh, except that objects which are
   * the same in both are not checked again.
   */
  @SuppressWarnings("ReferenceEquality") // Only saves work: identical objects are equal.
  public ValidatedSnapshot with(MeshSnapshot next) {
    CheckedObjects<Service> nextServices = services.of(next);
    ImmutableList<CheckedObjects<?>> nextOthers =
        others.stream().map(kind -> kind.of(next)).collect(toImmutableList());
    KnownServices nextKnown =
        nextServices == services && next.serviceEntries() == given.serviceEntries()
            ? known
            : KnownServices.of(nextServices.kept(), next.serviceEntries());
    return new ValidatedSnapshot(
        next,
        settings.with(next),
        nextServices,
        nextKnown,
        endpoints.with(next.endpoints(), nextKnown),
        nextOthers);
  }

  @SuppressWarnings("ReferenceEquality") // What is whole is kept as it was given.
  private boolean isWhole(MeshSnapshot given) {
    return settings.isWhole()
        && services.isWhole()
        && endpoints.kept() == given.endpoints()
        && others.stream().allMatch(CheckedObjects::isWhole);
  }

  private MeshSnapshot right(MeshSnapshot given) {
    MeshSnapshot.Builder right = given.toBuilder().endpoints(endpoints.kept());
    settings.into(right);
    services.into(right);
    others.forEach(kind -> kind.into(right));
    return right.build();
  }

  /** The mesh that was validated, including invalid objects. */
  public MeshSnapshot given() {
    return given;
  }

  /** The mesh without invalid objects; the given mesh itself if there are none. */
  public MeshSnapshot snapshot() {
    return snapshot;
  }

  /** All problems, in the order of the lists of {@link MeshSnapshot} and of the objects in them. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Whether a problem is an error, so that something is left out. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
