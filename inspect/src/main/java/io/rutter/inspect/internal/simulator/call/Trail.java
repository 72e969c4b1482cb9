// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.call;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Denial;
import io.rutter.inspect.Origin;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Stage;
import io.rutter.inspect.Step;
import io.rutter.inspect.internal.simulator.config.ConfigPaths;
import io.rutter.inspect.internal.simulator.config.OriginIndex;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.PartOrigin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The state of a call during simulation. Mutable; for one run only. */
public final class Trail {
  private final SourceMap sources;
  private final OriginIndex known;
  private final CallResult.Builder result;
  private final List<Step> steps;
  private final Set<Origin> origins;

  private Trail(
      SourceMap sources,
      OriginIndex known,
      CallResult.Builder result,
      List<Step> steps,
      Set<Origin> origins) {
    this.sources = sources;
    this.known = known;
    this.result = result;
    this.steps = steps;
    this.origins = origins;
  }

  /** The start of a call to resources of which it is not known what they were made from. */
  public static Trail start(SourceMap sources) {
    return start(sources, OriginIndex.NONE);
  }

  /**
   * The start of a call.
   *
   * @param known what the resources were made from
   */
  public static Trail start(SourceMap sources, OriginIndex known) {
    return new Trail(
        sources, known, CallResult.builder(), new ArrayList<>(), new LinkedHashSet<>());
  }

  /** A copy from here on, for calls that are not in a route's fraction. */
  public Trail fork() {
    return new Trail(
        sources,
        known,
        result.build().toBuilder(),
        new ArrayList<>(steps),
        new LinkedHashSet<>(origins));
  }

  public CallResult.Builder result() {
    return result;
  }

  public void step(Stage stage, String chosen, String reason) {
    steps.add(Step.of(stage, chosen, reason));
  }

  public void step(Stage stage, String chosen, String reason, List<RejectedCandidate> rejected) {
    steps.add(new Step(stage, chosen, reason, ImmutableList.copyOf(rejected)));
  }

  /**
   * Notes what a message is made from: what is known of it, else the object in its metadata.
   *
   * @param part the part of the message that took part; empty: the message
   */
  public void origin(Stage stage, Message message, String part, Metadata metadata) {
    if (!origin(stage, message, part)) {
      ConfigPaths.of(metadata).forEach(key -> add(stage, key, "", true));
    }
  }

  /** Notes what a part of a message is made from, if it is known; returns whether it is. */
  @CanIgnoreReturnValue
  public boolean origin(Stage stage, Message message, String part) {
    ImmutableList<PartOrigin> found = known.of(message, part);
    found.stream()
        // The listeners of redirected traffic are there anyway.
        .filter(from -> stage != Stage.LISTENER || !from.object().equals(ConfigKey.MESH_CONFIG))
        .forEach(from -> add(stage, from.object(), from.path(), true));
    return !found.isEmpty();
  }

  /** Notes what a condition is made from that the call did not meet. */
  public void unmet(Stage stage, Message message, String part) {
    known.of(message, part).forEach(from -> add(stage, from.object(), from.path(), false));
  }

  private void add(Stage stage, ConfigKey object, String path, boolean met) {
    origins.add(new Origin(stage, object, path, met, sources.locate(object, path)));
  }

  /**
   * A rule that took part, with its position.
   *
   * @param met whether the call met it
   */
  public AccessRule rule(Stage stage, ConfigKey object, String list, int rule, boolean met) {
    String path = list + "[" + rule + "]";
    Optional<SourceLocation> location = sources.locate(object, path);
    add(stage, object, path, met);
    return new AccessRule(object, OptionalInt.of(rule), location);
  }

  /** Ends the call here: somebody refuses it. */
  public CallResult deny(CallError error, Denial denial) {
    result.denial(denial);
    error(error);
    return end();
  }

  /** Ends the call here, for this reason. */
  public CallResult fail(
      CallError error, Stage stage, String reason, List<RejectedCandidate> rejected) {
    step(stage, "", reason, rejected);
    error(error);
    return end();
  }

  /** Sets the error, with the status that Envoy answers with unless one is set. */
  public void error(CallError error) {
    result.error(error);
    if (result.build().errorStatus().isEmpty()) {
      error.status().ifPresent(result::errorStatus);
    }
  }

  public CallResult fail(CallError error, Stage stage, String reason) {
    return fail(error, stage, reason, ImmutableList.of());
  }

  /** Ends the call with an answer before routing. */
  public CallResult refuse(RequestSyntax.Refusal refusal) {
    result.errorStatus(refusal.status());
    return fail(
        CallError.BAD_REQUEST,
        Stage.CONNECTION_MANAGER,
        refusal.reason() + ": Envoy answers " + refusal.status());
  }

  public CallResult end() {
    return result
        .explanation(ImmutableList.copyOf(steps))
        .origins(ImmutableList.copyOf(origins))
        .build();
  }
}
