// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Ints;
import io.rutter.model.ConfigValue;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourcePart;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter uses}: what the rule at a line shapes. */
@Command(
    name = "uses",
    description = {
      "Tells which resources of which proxies the rule or field at a line shapes.",
      "",
      "  rutter uses mesh.yaml mesh.yaml:42",
      ""
    },
    mixinStandardHelpOptions = true)
final class UsesCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "2..*",
      paramLabel = "FILE|FOLDER|- ... FILE:LINE",
      description = "The mesh, then the line of one of its files, counted from 1.")
  private List<String> arguments = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "NAME.NAMESPACE",
      description = "Only this proxy (may be repeated). Default: every Proxy of the input.")
  private List<String> proxies = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (the default) or json.")
  private ReportFormat format = ReportFormat.TEXT;

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  UsesCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (format != ReportFormat.TEXT && format != ReportFormat.JSON) {
      throw new UsageException("--format: text or json");
    }
    String place = arguments.get(arguments.size() - 1);
    int colon = place.lastIndexOf(':');
    Integer line = colon < 0 ? null : Ints.tryParse(place.substring(colon + 1));
    if (line == null || line < 1) {
      throw new UsageException(place + " (expected: FILE:LINE, the line counted from 1)");
    }
    ProblemRules rules = policy.rules();
    LoadResult input =
        InputFiles.load(arguments.subList(0, arguments.size() - 1), standardInput, in, err);
    JudgedProblems judged = rules.judge(input.problems(), input);
    judged.print(err);
    ImmutableList<ConfigValue> values = input.sources().valuesAt(place.substring(0, colon), line);
    if (values.isEmpty()) {
      throw InputException.notIn(
          input,
          place
              + ": no object of the mesh is there (expected: a line of one, in a file of the"
              + " mesh under the name that the mesh has it by)");
    }
    print(values, uses(input, values));
    return judged.status();
  }

  /** The parts of each chosen proxy, in the order of the input. */
  private Map<String, ImmutableList<ResourcePart>> uses(
      LoadResult input, ImmutableList<ConfigValue> values) {
    ImmutableSet<Proxy> chosen =
        proxies.stream()
            .map(name -> ProxyNames.choose(input, Optional.of(name)))
            .collect(ImmutableSet.toImmutableSet());
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    Map<String, ImmutableList<ResourcePart>> uses = new LinkedHashMap<>();
    for (Proxy proxy : input.snapshot().proxies()) {
      if (chosen.isEmpty() || chosen.contains(proxy)) {
        XdsResources resources = mesh.translate(proxy);
        Set<ResourcePart> parts = new LinkedHashSet<>();
        values.forEach(value -> parts.addAll(resources.partsFrom(value)));
        uses.put(proxy.id(), ImmutableList.copyOf(parts));
      }
    }
    return uses;
  }

  private void print(
      ImmutableList<ConfigValue> values, Map<String, ImmutableList<ResourcePart>> uses) {
    if (format == ReportFormat.JSON) {
      out.println(UsesReport.json(values, uses));
    } else {
      out.print(UsesReport.text(values, uses));
    }
  }
}
