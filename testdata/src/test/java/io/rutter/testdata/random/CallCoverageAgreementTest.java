// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.Stage;
import io.rutter.inspect.Step;
import io.rutter.inspect.calltest.CallCase;
import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.StringMatch;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Coverage by random test files is what another count says, which knows nothing of origins: it
 * gives each rule and match a name of its own and reads the name of the route that a call takes,
 * the clusters that share it, and which rule of a policy the explanation names. {@code
 * -Drutter.files=1000} asks for more files, {@code -Drutter.firstSeed} for others.
 */
class CallCoverageAgreementTest {
  private static final int FILES = Integer.getInteger("rutter.files", 100);
  private static final long FIRST_SEED = Long.getLong("rutter.firstSeed", 1);
  private static final int CALLS = 15;

  private static final Pattern DECIDED =
      Pattern.compile("[A-Z]+ AuthorizationPolicy/([^ ]+) rule ([0-9]+): .*", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("V([0-9]+)R([0-9]+)");

  @TempDir private Path folder;

  @Test
  void coverageIsWhatAnotherCountSays() throws IOException {
    int covered = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + FILES; seed++) {
      Random random = new Random(seed);
      LoadResult input = OriginsTest.load(mesh(random));
      MeshSnapshot mesh = named(input.snapshot());
      Path file = folder.resolve("calls-" + seed + ".yaml");
      Files.writeString(file, testFile(mesh, random));
      CallTests tests = CallTestLoader.load(file);
      assertThat(tests.problems()).as("seed %s", seed).isEmpty();

      CompiledMesh compiled = Translator.create().compile(mesh);
      CallTestRunner runner = CallTestRunner.of(compiled, input.sources());
      CallCoverage coverage =
          CallCoverage.of(mesh, input.sources(), tests.tests().stream().map(runner::run).toList());
      Set<String> told =
          coverage.items().stream()
              .filter(CallCoverage.Item::covered)
              .map(item -> item.value().toString())
              .filter(value -> isCounted(mesh, value))
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(told).as("seed %s", seed).isEqualTo(counted(mesh, compiled, tests));
      covered += told.size();
    }
    assertThat(covered).isGreaterThan(FILES / 2);
  }

  private static String mesh(Random random) {
    List<String> made = new ArrayList<>();
    Arbitrary<String> meshes =
        random.nextBoolean() ? RandomWholeMesh.yaml() : RandomPolicyMesh.yaml();
    JqwikSession.run(
        () -> {
          RandomGenerator<String> generator = meshes.generator(1000);
          made.add(generator.next(random).value());
        });
    return made.get(0);
  }

  /** The mesh with a name of its own for each rule and match. */
  private static MeshSnapshot named(MeshSnapshot mesh) {
    List<VirtualService> all = new ArrayList<>();
    for (int v = 0; v < mesh.virtualServices().size(); v++) {
      VirtualService service = mesh.virtualServices().get(v);
      List<HttpRoute> rules = new ArrayList<>();
      for (int r = 0; r < service.http().size(); r++) {
        HttpRoute rule = service.http().get(r);
        List<HttpMatch> matches = new ArrayList<>();
        for (int m = 0; m < rule.match().size(); m++) {
          matches.add(rule.match().get(m).toBuilder().name("M" + m).build());
        }
        rules.add(rule.toBuilder().name("V" + v + "R" + r).match(matches).build());
      }
      all.add(service.toBuilder().http(rules).build());
    }
    return mesh.toBuilder().virtualServices(all).build();
  }

  private static String testFile(MeshSnapshot mesh, Random random) {
    List<String> hosts = new ArrayList<>(List.of("reviews.default", "ratings.default"));
    List<String> paths = new ArrayList<>(List.of("/", "/a", "/x"));
    Map<String, String> headers = new HashMap<>(Map.of("x-a", "a"));
    for (VirtualService service : mesh.virtualServices()) {
      service.hosts().forEach(host -> hosts.add(host.replace("*", "w")));
      for (HttpRoute rule : service.http()) {
        for (HttpMatch match : rule.match()) {
          match.uri().map(CallCoverageAgreementTest::text).ifPresent(paths::add);
          match.headers().forEach((name, value) -> headers.put(name, text(value)));
        }
      }
    }
    StringBuilder yaml = new StringBuilder("calls:\n");
    for (int i = 0; i < CALLS; i++) {
      String path = any(paths, random);
      String header = any(List.copyOf(new TreeSet<>(headers.keySet())), random);
      boolean inbound = random.nextInt(3) == 0;
      yaml.append("- name: call ").append(i).append("\n  proxy: ");
      yaml.append(any(mesh.proxies(), random).id()).append("\n  call:\n    url: ");
      yaml.append(
          quoted(
              "http://"
                  + any(hosts, random)
                  + any(List.of(":9080", ":80", ":7777", ":8080"), random)
                  + (path.startsWith("/") ? path : "/" + path).replaceAll("[^A-Za-z0-9/.-]", "")));
      if (inbound) {
        yaml.append("\n    mode: inbound\n    peer: ");
        yaml.append(
            quoted(any(List.of("cluster.local/ns/a/sa/a", "cluster.local/ns/shop/sa/b"), random)));
      }
      if (random.nextBoolean() && !header.startsWith("@")) {
        yaml.append("\n    headers: {").append(quoted(header)).append(": ");
        yaml.append(quoted(requireNonNull(headers.get(header)).replaceAll("[^A-Za-z0-9]", "")))
            .append("}");
      }
      yaml.append("\n  expect: {listener: unlikely}\n");
    }
    return yaml.toString();
  }

  private static String text(StringMatch match) {
    return match instanceof StringMatch.Exact exact
        ? exact.value()
        : match instanceof StringMatch.Prefix prefix ? prefix.value() : "/r";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Whether the other count knows how to count it: rules of HTTP and of policies. */
  private static boolean isCounted(MeshSnapshot mesh, String value) {
    return value.contains(" spec.http[")
        || mesh.authorizationPolicies().stream()
            .filter(policy -> policy.action() != AuthorizationAction.CUSTOM)
            .anyMatch(policy -> value.startsWith(key(policy) + " "));
  }

  private static ConfigKey key(AuthorizationPolicy policy) {
    return ConfigKey.of("AuthorizationPolicy", policy.metadata());
  }

  private static Set<String> counted(MeshSnapshot mesh, CompiledMesh compiled, CallTests tests) {
    Set<String> counted = new TreeSet<>();
    Map<String, Simulator> simulators = new HashMap<>();
    for (var test : tests.tests()) {
      CallCase call = (CallCase) test;
      CallDescription description = call.call();
      var proxy =
          mesh.proxies().stream()
              .filter(known -> known.id().equals(call.proxy().orElseThrow()))
              .findFirst()
              .orElseThrow();
      CallResult result =
          simulators
              .computeIfAbsent(proxy.id(), id -> Simulator.of(compiled.translate(proxy)))
              .call(description);
      result.route().ifPresent(name -> route(mesh, name, result.clusters().size(), counted));
      for (Step step : result.explanation()) {
        Matcher decided = DECIDED.matcher(step.reason());
        if (step.stage() == Stage.AUTHORIZATION && decided.matches()) {
          counted.add(
              "AuthorizationPolicy/" + decided.group(1) + " spec.rules[" + decided.group(2) + "]");
        }
      }
    }
    counted.removeIf(value -> !isCounted(mesh, value));
    return counted;
  }

  /** Counts what the name of a route says: {@code V0R1-V2R0.M0-M1}. */
  private static void route(MeshSnapshot mesh, String name, int clusters, Set<String> to) {
    List<String> parts = Splitter.on('.').splitToList(name);
    List<String> matches =
        parts.size() < 2 ? ImmutableList.of() : Splitter.on('-').splitToList(parts.get(1));
    int match = 0;
    List<String> rules = Splitter.on('-').splitToList(parts.get(0));
    for (int i = 0; i < rules.size(); i++) {
      Matcher of = RULE.matcher(rules.get(i));
      if (!of.matches()) {
        return;
      }
      VirtualService service = mesh.virtualServices().get(Integer.parseInt(of.group(1)));
      int place = Integer.parseInt(of.group(2));
      HttpRoute rule = service.http().get(place);
      String value =
          ConfigKey.of("VirtualService", service.metadata()) + " spec.http[" + place + "]";
      to.add(value);
      if (!rule.match().isEmpty()) {
        to.add(value + ".match[" + matches.get(match++).substring(1) + "]");
      }
      if (i == rules.size() - 1 && clusters > 0) {
        int left = clusters;
        for (int k = 0; k < rule.route().size(); k++) {
          boolean used = rule.route().size() == 1 || rule.route().get(k).weight().orElse(0) > 0;
          if (used && left-- > 0) {
            to.add(value + ".route[" + k + "]");
          }
        }
      }
    }
  }
}
