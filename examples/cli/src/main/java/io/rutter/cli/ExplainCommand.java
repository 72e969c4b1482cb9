// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.OriginYaml;
import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter explain}: prints resources of a proxy with what each part is made from. */
@Command(
    name = "explain",
    description = {
      "Prints resources of a proxy as YAML, with the rule, file and line that each part is made"
          + " from.",
      "",
      "  rutter explain mesh.yaml --proxy web.shop --kind routes --name 8080",
      ""
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input; all make one mesh.")
  private List<String> inputs = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "NAME.NAMESPACE",
      description = "The proxy. Default: the only one of the input.")
  private Optional<String> proxy = Optional.empty();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only these kinds: clusters, endpoints, listeners, routes. Default: all.")
  private List<ResourceKind> kinds = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Only the resources of this name (may be repeated). Default: all.")
  private List<String> names = List.of();

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  ExplainCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    ProblemRules rules = policy.rules();
    LoadResult input = InputFiles.load(inputs, standardInput, in, err);
    JudgedProblems judged = rules.judge(input.problems(), input);
    judged.print(err);
    Proxy chosen = ProxyNames.choose(input, proxy);
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    XdsResources resources = mesh.translate(chosen);
    int printed = 0;
    for (ResourceKind kind : ResourceKind.values()) {
      if (kinds.isEmpty() || kinds.contains(kind)) {
        for (Message resource : kind.of(resources)) {
          if (names.isEmpty() || names.contains(kind.nameOf(resource))) {
            print(input, resources, kind, resource, printed == 0);
            printed++;
          }
        }
      }
    }
    if (printed == 0) {
      throw InputException.notIn(input, "no such resource of " + chosen.id() + known(resources));
    }
    return judged.status();
  }

  private void print(
      LoadResult input,
      XdsResources resources,
      ResourceKind kind,
      Message resource,
      boolean first) {
    if (!first) {
      out.println("---");
    }
    out.print(
        OriginYaml.print(
            resource, resources.originsOf(kind, kind.nameOf(resource)), input.sources()));
  }

  /** The names of the resources of these kinds, some of them if there are many. */
  private String known(XdsResources resources) {
    ImmutableList<String> all =
        Arrays.stream(ResourceKind.values())
            .filter(kind -> kinds.isEmpty() || kinds.contains(kind))
            .flatMap(kind -> kind.of(resources).stream().map(kind::nameOf))
            .distinct()
            .collect(ImmutableList.toImmutableList());
    int most = 12;
    return all.isEmpty()
        ? ""
        : " (it has "
            + String.join(", ", all.subList(0, Math.min(most, all.size())))
            + (all.size() > most ? " and " + (all.size() - most) + " more" : "")
            + ")";
  }
}
