// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallDescription;
import io.rutter.inspect.CallReport;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter simulate}: where a call ends and why, or whether tests of calls pass. */
@Command(
    name = "simulate",
    description = {
      "Says where Envoy takes a call and why; with --tests, runs files of calls with expectations.",
      "",
      "  rutter simulate mesh.yaml --proxy web.shop GET http://cart:8080/items -H 'x-group:"
          + " testers'",
      "  rutter simulate mesh.yaml --tests calls.yaml",
      ""
    },
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER|- ... [METHOD] URL",
      description = {
        "The mesh, then the call: METHOD (default: GET) and SCHEME://HOST:PORT/PATH, with the"
            + " scheme http, https, tcp or tls.",
        "With --tests the mesh only."
      })
  private List<String> arguments = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "NAME.NAMESPACE",
      description = "The proxy that gets the call. Default: the only one of the input.")
  private Optional<String> proxy = Optional.empty();

  @Option(
      names = "--resources",
      paramLabel = "FILE",
      description = {
        "In place of a mesh: an Envoy configuration that other software made, in JSON or YAML: a"
            + " bootstrap, a config_dump, a route configuration, or lists of listeners, routes and"
            + " clusters."
      })
  private Optional<String> resources = Optional.empty();

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin private CallOptions call = new CallOptions();
  @Mixin private CoverageOptions coverage = new CoverageOptions();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  @Option(
      names = "--tests",
      paramLabel = "FILE|FOLDER",
      description = {
        "Runs the calls of this file or folder (may be repeated), in Rutter's own form or that of"
            + " istio-config-validator or router_check_tool. The exit status is 1 if one fails."
      })
  private List<String> tests = List.of();

  @Option(
      names = "--routes",
      paramLabel = "NAME",
      description =
          "The route configuration for tests of router_check_tool. Default: the only one that the"
              + " proxy asks for (RDS).")
  private Optional<String> routes = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default) or json; with --tests also github or junit.")
  private ReportFormat format = ReportFormat.TEXT;

  SimulateCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    coverage.check(!tests.isEmpty(), resources.isEmpty(), format);
    return tests.isEmpty() ? simulate() : runTests();
  }

  private int simulate() {
    if (arguments.isEmpty() || !arguments.get(arguments.size() - 1).contains("://")) {
      throw new UsageException(
          "name a call, for example GET http://host/path, or files with --tests");
    }
    if (format != ReportFormat.TEXT && format != ReportFormat.JSON) {
      throw new UsageException("--format: github and junit are for --tests");
    }
    int inputs = arguments.size() - 1;
    String url = arguments.get(inputs);
    if (!CallDescription.isUrl(url)) {
      throw new UsageException(
          url + " (expected: http://HOST:PORT/PATH, or https, tcp or tls in place of http)");
    }
    CallDescription.Builder description = call.describe().url(url);
    if (inputs > 0 && isMethod(arguments.get(inputs - 1))) {
      inputs--;
      description.method(arguments.get(inputs));
    }
    SimulatedProxies proxies = load(arguments.subList(0, inputs));
    Simulator simulator = proxies.find(proxy);
    Call resolved = simulator.resolve(description.build());
    CallResult result = simulator.call(resolved);
    if (format == ReportFormat.JSON) {
      out.println(CallReport.json(resolved, result));
    } else {
      out.print(CallReport.text(resolved, result));
    }
    return proxies.isFailed() ? Rutter.FAILED : 0;
  }

  private int runTests() {
    CallTests files = InputFiles.loadTests(tests);
    SimulatedProxies proxies = load(arguments);
    // What is wrong with a file that is in both, such as its encoding, is printed once.
    files.problems().stream()
        .filter(problem -> !proxies.problems().contains(problem))
        .forEach(err::println);
    ImmutableList<CallTestResult> results =
        files.tests().stream()
            .map(proxies.runner(proxy, routes)::run)
            .collect(ImmutableList.toImmutableList());
    List<Problem> errors =
        Stream.concat(
                files.problems().stream().filter(problem -> problem.severity() == Severity.ERROR),
                proxies.failures().stream())
            .distinct()
            .toList();
    TestReport.print(results, errors, format, out);
    if (results.isEmpty()) {
      err.println(
          files.hasErrors()
              ? "rutter: no test was run: those of a document with an error are left out"
              : "rutter: there is no test");
    }
    boolean enough = !coverage.wanted() || coverage.print(proxies.coverage(results), out, err);
    boolean passed = !results.isEmpty() && results.stream().allMatch(CallTestResult::passed);
    return passed && enough && !files.hasErrors() && !proxies.isFailed() ? 0 : Rutter.FAILED;
  }

  private SimulatedProxies load(List<String> inputs) {
    if (resources.isPresent() != inputs.isEmpty()) {
      throw new UsageException(
          "name the files of a mesh, or an Envoy configuration with --resources");
    }
    return resources.isPresent()
        ? SimulatedProxies.ofEnvoy(
            InputFiles.path("--resources", resources.get()), proxy.orElse(""))
        : ofMesh(inputs);
  }

  private SimulatedProxies ofMesh(List<String> inputs) {
    ProblemRules rules = policy.rules();
    return SimulatedProxies.ofMesh(InputFiles.load(inputs, standardInput, in, err), rules, err);
  }

  private static boolean isMethod(String argument) {
    return METHOD.matcher(argument).matches() && !Files.exists(Path.of(argument));
  }
}
