// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random meshes and random changes of them. What is told of calls is so: the simulator says that
 * the example of each difference ends otherwise, and that no call which the words of a difference
 * are about ends in another way. And nothing is left out: calls that the conditions of both sides
 * suggest, and that end otherwise, do so as a told difference says whose words are about them.
 *
 * <p>{@code -Drutter.pairs=2000} asks for more pairs, {@code -Drutter.firstSeed=N} for others,
 * {@code -Drutter.calls=1000} for more calls of each.
 */
class BehaviourDiffTest {
  private static final int PAIRS = Integer.getInteger("rutter.pairs", 20);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);
  private static final int CALLS = Integer.getInteger("rutter.calls", 250);

  /** Seen in settings that the result of a call does not have. */
  private static final ImmutableSet<Aspect> OF_SETTINGS =
      ImmutableSet.of(
          Aspect.VIRTUAL_HOST,
          Aspect.CONNECTION,
          Aspect.SERVER_TLS,
          Aspect.CORS,
          Aspect.FAULT,
          Aspect.RETRIES,
          Aspect.TOKENS,
          Aspect.DESTINATION,
          Aspect.HOST,
          Aspect.PATH);

  /** A proxy of one mesh. */
  private record Side(XdsResources resources, Simulator simulator) {
    static Side of(XdsResources resources) {
      return new Side(resources, Simulator.of(resources));
    }

    CallEnds end(Call call) {
      return CallEnds.of(resources, simulator.call(call));
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
    Map<String, Proxy> earlier = new HashMap<>();
    first.proxies().forEach(proxy -> earlier.putIfAbsent(proxy.id(), proxy));
    int count = Math.max(5, CALLS / Math.max(1, second.proxies().size()));
    for (Proxy proxy : second.proxies()) {
      Proxy old = earlier.remove(proxy.id());
      if (old == null) {
        continue;
      }
      Side one = Side.of(before.translate(old));
      Side other = Side.of(after.translate(proxy));
      List<ToldDifference> ofProxy =
          diff.behaviours().stream()
              .filter(difference -> difference.proxies().contains(proxy.id()))
              .map(
                  difference ->
                      new ToldDifference(
                          difference,
                          one.end(difference.example()),
                          other.end(difference.example())))
              .toList();
      String where = "seed " + seed + ", " + proxy.id();
      sound(where, ofProxy);
      List<Call> all = new ArrayList<>(calls.of(one.resources(), count, random));
      all.addAll(calls.of(other.resources(), count, random));
      for (Call call : all) {
        if (speaksWhatItSays(call)) {
          check(where, ofProxy, call, one, other);
        }
      }
    }
  }

  private void sound(String where, List<ToldDifference> told) {
    for (ToldDifference one : told) {
      boolean seen =
          one.isSeen()
              || one.difference().changes().stream()
                  .anyMatch(change -> OF_SETTINGS.contains(change.aspect()));
      if (!seen) {
        wrong.add(where + ": told, but not so: " + print(one));
      }
      if (WordedConditions.hold(one.difference().conditions(), one.difference().example())
          == WordedConditions.Answer.NO) {
        wrong.add(
            where
                + ": the example is none of these: "
                + print(one.difference().example())
                + print(one));
      }
    }
  }

  private void check(String where, List<ToldDifference> told, Call call, Side before, Side after) {
    asked++;
    CallEnds one = before.end(call);
    CallEnds other = after.end(call);
    if (one.end().isMalformed() || other.end().isMalformed()) {
      return; // What is no request is not compared: docs/diff.md.
    }
    boolean differs = !one.end().equals(other.end());
    different += differs ? 1 : 0;
    boolean known = told.stream().anyMatch(entry -> entry.isOfTokens(call));
    for (ToldDifference entry : told) {
      WordedConditions.Answer about = entry.isAbout(call, one, other);
      boolean alike = entry.endsAlike(one, other);
      known |= alike && about != WordedConditions.Answer.NO;
      if (about == WordedConditions.Answer.YES
          && entry.isSeen()
          && !alike
          && !entry.difference().sampled()) {
        wrong.add(where + ": ends otherwise than told: " + print(call, one, other, entry));
      }
    }
    if (differs && !known) {
      String near =
          told.stream()
              .filter(entry -> entry.endsAlike(one, other))
              .limit(2)
              .map(entry -> "\n    told: " + print(entry))
              .collect(joining());
      wrong.add(where + ": not told: " + print(call) + print(one, other) + near);
    }
  }

  /** Whether its application protocol is that of what it speaks: docs/diff.md leaves others out. */
  private static boolean speaksWhatItSays(Call call) {
    if (call.tls() == CallTls.PLAINTEXT || call.alpn().isEmpty()) {
      return true;
    }
    return call.alpn().get().stream()
        .allMatch(
            name ->
                switch (name) {
                  case "h2", "istio-h2" -> call.protocol() == CallProtocol.HTTP2;
                  case "http/1.0", "http/1.1", "istio-http/1.0", "istio-http/1.1" ->
                      call.protocol() == CallProtocol.HTTP;
                  case "h3" -> call.protocol() == CallProtocol.HTTP3;
                  default -> call.protocol() == CallProtocol.TCP;
                });
  }

  private static String print(Call call, CallEnds one, CallEnds other, ToldDifference entry) {
    return print(call) + "\n    told: " + print(entry) + print(one, other);
  }

  private static String print(ToldDifference entry) {
    BehaviourDifference told = entry.difference();
    return told.protocols() + " " + told.targets() + " " + told.conditions() + " " + told.changes();
  }

  private static String print(CallEnds one, CallEnds other) {
    return "\n    before " + print(one) + "\n    after  " + print(other);
  }

  private static String print(CallEnds ends) {
    String end = (ends.virtualHost() + " " + ends.end()).replaceAll("\\s+", " ");
    return end.substring(0, Math.min(500, end.length()));
  }

  private static String print(Call call) {
    String sni = call.sni().map(name -> " sni \"" + name + "\"").orElse("");
    String text =
        "%s %s %s%s%s to %s:%d from %s %s %s %s %s"
            .formatted(
                call.mode().orElseThrow(),
                call.protocol(),
                call.tls(),
                sni,
                call.alpn().map(String::valueOf).orElse(""),
                call.address(),
                call.port(),
                call.sourceAddress(),
                call.method(),
                call.host().orElse(""),
                call.path().replaceAll("ey[A-Za-z0-9_.-]{30,}", "TOKEN"),
                call.headers().toString().replaceAll("ey[A-Za-z0-9_.-]{30,}", "TOKEN"));
    return text.substring(0, Math.min(400, text.length()));
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml))).snapshot();
  }
}
