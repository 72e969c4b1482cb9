// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.Access;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.Simulator;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Where does this request go" in the page of {@code rutter report}, beside the simulator. */
class ReportAnswersTest {
  private static Browser browser;

  @TempDir Path temp;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What is asked of the page and of the simulator. */
  private record Asked(String proxy, String scheme, String host, int port, CallDescription call) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../bookinfo",
        "../../testdata/src/test/resources/cases/route/match-headers/input.yaml",
        "../../testdata/src/test/resources/cases/route/match-uri/input.yaml",
        "../../testdata/src/test/resources/cases/route/match-query/input.yaml",
        "../../testdata/src/test/resources/cases/route/gateway-many-parts/input.yaml",
      })
  void thePageAnswersAsTheSimulatorDoes(String folder) {
    Path page = temp.resolve("report.html");
    CommandRun run = rutter("report", "-o", page.toString(), folder);
    assertThat(Files.exists(page)).as(run.err()).isTrue();
    browser.open(page);
    LoadResult input = YamlLoader.create().load(Path.of(folder));
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    Map<String, Simulator> simulators = new LinkedHashMap<>();
    mesh.snapshot()
        .proxies()
        .forEach(proxy -> simulators.put(proxy.id(), Simulator.of(mesh.translate(proxy))));
    int same = 0;
    int unknown = 0;
    for (Asked asked : calls()) {
      Map<?, ?> answer = ask(asked);
      if (answer.get("unknown") != null) {
        unknown++;
        continue;
      }
      CallResult expected = requireNonNull(simulators.get(asked.proxy())).call(asked.call());
      if (expected.access() != Access.DENIED) {
        assertThat(answer.get("to")).as(asked.toString()).isEqualTo(key(expected));
        same++;
      }
    }
    System.out.println(folder + ": " + same + " equal, " + unknown + " not decided by the page");
    assertThat(same).isPositive();
    assertThat(unknown).isLessThan(same);
  }

  private static Map<?, ?> ask(Asked asked) {
    CallDescription call = asked.call();
    List<List<String>> headers =
        call.headers().entries().stream()
            .map(header -> List.of(header.getKey(), header.getValue()))
            .toList();
    return (Map<?, ?>)
        requireNonNull(
            browser.run(
                "return window.rutterAnswer(...arguments)",
                asked.proxy(),
                asked.scheme(),
                asked.host(),
                asked.port(),
                call.method().orElse("GET"),
                call.path().orElse("/"),
                headers));
  }

  /**
   * Each place of the page with paths, methods and headers of which its rules speak, and others.
   */
  @SuppressWarnings("unchecked") // What the script makes.
  private static List<Asked> calls() {
    List<Map<String, Object>> places =
        (List<Map<String, Object>>)
            requireNonNull(
                browser.run(
                    """
                    const data = JSON.parse(document.getElementById("data").textContent).calls;
                    const texts = (condition, of, found) => {
                      if (condition.of === of) {
                        found.push([condition.name || "", condition.text || "x"]);
                      }
                      [].concat(condition.all || [], condition.any || [], condition.not || [])
                          .forEach((part) => texts(part, of, found));
                      return found;
                    };
                    return data.clients.flatMap((client) => client.calls
                        .filter((call) => call.scheme === "http" && !call.host.includes("*"))
                        .map((call) => {
                          const rules = data.divisions[call.division].rules;
                          return {proxy: client.proxies[0], scheme: call.scheme, host: call.host, port: call.port,
                            paths: rules.flatMap((rule) => texts(rule.if, "path", [])).map((one) => one[1]),
                            queries: rules.flatMap((rule) => texts(rule.if, "query", [])),
                            methods: rules.flatMap((rule) => texts(rule.if, "method", [])).map((one) => one[1]),
                            headers: rules.flatMap((rule) => texts(rule.if, "header", []))};
                        }));
                    """));
    List<Asked> calls = new ArrayList<>();
    for (Map<String, Object> place : places) {
      List<String> paths = new ArrayList<>(List.of("/", "/other/path"));
      for (String path : (List<String>) requireNonNull(place.get("paths"))) {
        if (path.startsWith("/") && !path.contains("//")) {
          paths.add(path);
          paths.add(path + "x");
        }
      }
      for (List<String> query : (List<List<String>>) requireNonNull(place.get("queries"))) {
        if (query.get(1).matches("[a-zA-Z0-9-]+")) {
          paths.add("/?" + query.get(0) + "=" + query.get(1));
        }
      }
      List<Optional<List<String>>> headers = new ArrayList<>(List.of(Optional.empty()));
      for (List<String> header : (List<List<String>>) requireNonNull(place.get("headers"))) {
        if (header.get(0).startsWith("x-") && header.get(1).matches("[a-zA-Z0-9-]+")) {
          headers.add(Optional.of(header));
        }
      }
      List<String> methods = new ArrayList<>(List.of("GET"));
      methods.addAll((List<String>) requireNonNull(place.get("methods")));
      for (String path : paths) {
        for (Optional<List<String>> header : headers) {
          for (String method : methods) {
            calls.add(asked(place, path, header, method));
          }
        }
      }
    }
    return calls;
  }

  private static Asked asked(
      Map<String, Object> place, String path, Optional<List<String>> header, String method) {
    String host = (String) requireNonNull(place.get("host"));
    int port = ((Number) requireNonNull(place.get("port"))).intValue();
    CallDescription.Builder call =
        CallDescription.builder()
            .url("http://" + host + ":" + port + "/")
            .path(path)
            .method(method);
    header.ifPresent(one -> call.header(one.get(0), one.get(1)));
    return new Asked((String) requireNonNull(place.get("proxy")), "http", host, port, call.build());
  }

  private static String key(CallResult result) {
    List<String> ends = new ArrayList<>();
    Optional<CallResult> part = Optional.of(result);
    while (part.isPresent()) {
      CallResult end = part.get();
      for (ClusterShare share : end.clusters()) {
        ends.add(share.cluster() + " " + share.share() * end.share());
      }
      end.redirect().ifPresent(redirect -> ends.add("redirect " + redirect.status()));
      end.directResponse().ifPresent(answer -> ends.add("answer " + answer.status()));
      end.error().map(CallError::message).ifPresent(ends::add);
      part = end.otherwise();
    }
    return String.join("\n", ends);
  }
}
