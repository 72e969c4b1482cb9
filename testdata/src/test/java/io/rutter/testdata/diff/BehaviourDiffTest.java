// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.testdata.envoy.SuggestedCalls;
import io.rutter.testdata.random.RandomChange;
import io.rutter.testdata.random.SeededMeshes;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random meshes and random changes of them. What is told of the calls is so: the example of each
 * difference ends otherwise. And nothing is left out: calls that the conditions of both sides
 * suggest, and that end otherwise, do so as one of the told differences of their proxy. {@code
 * -Drutter.pairs=2000} asks for more, {@code -Drutter.firstSeed=N} for others.
 */
class BehaviourDiffTest {
  private static final int PAIRS = Integer.getInteger("rutter.pairs", 12);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);
  private static final int CALLS = Integer.getInteger("rutter.calls", 25);

  /** Seen in settings that the result of a call does not have. */
  private static final ImmutableSet<Aspect> OF_SETTINGS =
      ImmutableSet.of(
          Aspect.VIRTUAL_HOST,
          Aspect.CONNECTION,
          Aspect.SERVER_TLS,
          Aspect.CORS,
          Aspect.FAULT,
          Aspect.RETRIES,
          Aspect.DESTINATION,
          Aspect.HOST,
          Aspect.PATH);

  /** A told difference and both ends of its example. */
  private record Told(BehaviourDifference difference, SeenEnd before, SeenEnd after) {}

  /** A proxy of one mesh. */
  private record Side(XdsResources resources, Simulator simulator) {
    static Side of(XdsResources resources) {
      return new Side(resources, Simulator.of(resources));
    }

    SeenEnd end(Call call) {
      return SeenEnd.of(resources, simulator.call(call));
    }
  }

  private final List<String> wrong = new ArrayList<>();
  private int told;
  private int different;
  private int asked;

  @Test
  void whatIsToldIsSoAndNothingIsLeftOut() throws GeneralSecurityException {
    SuggestedCalls calls = SuggestedCalls.create();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PAIRS; seed++) {
      Random random = new Random(seed);
      ImmutableList<String> meshes = meshes(seed);
      MeshSnapshot first = load(meshes.get(0));
      RandomChange change = new RandomChange(random, load(meshes.get(1)));
      MeshSnapshot second = change.of(first);
      for (int many = random.nextInt(3); many > 0; many--) {
        second = change.of(second);
      }
      compare(seed, first, second, calls, random);
    }
    System.out.println(
        PAIRS
            + " pairs from -Drutter.firstSeed="
            + FIRST_SEED
            + ": "
            + told
            + " differences told, "
            + different
            + " of "
            + asked
            + " calls end otherwise");
    assertThat(wrong).isEmpty();
    assertThat(told).isPositive();
    assertThat(different).isPositive();
  }

  private static ImmutableList<String> meshes(long seed) {
    return switch ((int) (seed % 4)) {
      case 0 -> SeededMeshes.ofRegistry(2, seed);
      case 1 -> SeededMeshes.ofClosePolicies(2, seed);
      case 2 -> SeededMeshes.ofPolicies(2, seed);
      default -> SeededMeshes.ofRouting(2, seed);
    };
  }

  private void compare(
      long seed, MeshSnapshot first, MeshSnapshot second, SuggestedCalls calls, Random random)
      throws GeneralSecurityException {
    CompiledMesh before = Translator.create().compile(first);
    CompiledMesh after = Translator.create().compile(second);
    MeshDiff diff = MeshDiff.of(before, after);
    assertThat(diff.boundedTargets()).as("seed " + seed).isEmpty();
    told += diff.behaviours().size();
    for (Proxy proxy : second.proxies()) {
      for (Proxy earlier : first.proxies()) {
        if (earlier.id().equals(proxy.id())) {
          Side one = Side.of(before.translate(earlier));
          Side other = Side.of(after.translate(proxy));
          List<Told> ofProxy =
              diff.behaviours().stream()
                  .filter(difference -> difference.proxies().contains(proxy.id()))
                  .map(
                      difference ->
                          new Told(
                              difference,
                              one.end(difference.example()),
                              other.end(difference.example())))
                  .toList();
          sound("seed " + seed + ", " + proxy.id(), ofProxy);
          List<Call> all = new ArrayList<>(calls.of(one.resources(), CALLS, random));
          all.addAll(calls.of(other.resources(), CALLS, random));
          complete("seed " + seed + ", " + proxy.id(), ofProxy, all, one, other);
        }
      }
    }
  }

  private void sound(String where, List<Told> told) {
    for (Told one : told) {
      boolean seen =
          !one.before().equals(one.after())
              || one.difference().changes().stream()
                  .anyMatch(change -> OF_SETTINGS.contains(change.aspect()));
      if (!seen) {
        wrong.add(where + ": told, but not so: " + one.difference());
      }
    }
  }

  private void complete(String where, List<Told> told, List<Call> calls, Side before, Side after) {
    for (Call call : calls) {
      asked++;
      SeenEnd one = before.end(call);
      SeenEnd other = after.end(call);
      if (one.equals(other)) {
        continue;
      }
      different++;
      boolean known =
          told.stream()
              .anyMatch(
                  entry ->
                      entry.difference().direction().equals(call.mode().orElseThrow())
                          && one.equals(entry.before())
                          && other.equals(entry.after()));
      if (!known) {
        wrong.add(where + ": not told: " + call + "\n  before " + one + "\n  after " + other);
      }
    }
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml))).snapshot();
  }
}
