// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.cli.svg.GraphSvg;
import io.rutter.inspect.graph.GraphOutput;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter graph}: draws who calls whom. */
@Command(
    name = "graph",
    description = {
      "Draws who calls whom as configured: gateways, hosts, services, subsets and the rules between"
          + " them; with --host the rules of one host, with --before what a change makes of them.",
      "",
      "  rutter graph mesh.yaml -o mesh.svg",
      "  rutter graph mesh.yaml --host reviews --format mermaid",
      ""
    },
    mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
  /** Hosts that a message names. */
  private static final int SHOWN = 20;

  /** Pictures of so many nodes are not too large for services that no rule concerns. */
  private static final int SMALL = 40;

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input; all make one mesh.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "svg (the default), dot (Graphviz), mermaid or json.")
  private GraphFormat format = GraphFormat.SVG;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes to this file. Default: standard output.")
  private Optional<String> output = Optional.empty();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The rules of this host as a tree, in their order; reviews stands for"
              + " reviews.NAMESPACE.svc.cluster.local.")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--before",
      paramLabel = "FILE|FOLDER",
      description =
          "The mesh as it was (may be repeated): what is new, gone or changed is marked, by colour,"
              + " line and text.")
  private List<String> before = List.of();

  @Option(
      names = "--changes-only",
      description = "With --before: only what changed and what it touches.")
  private boolean changesOnly;

  @Option(
      names = "--namespace",
      split = ",",
      paramLabel = "NAMESPACE",
      description =
          "Only what is in these namespaces, what it leads to and what leads to it (may be"
              + " repeated).")
  private List<String> namespaces = List.of();

  @Option(
      names = "--all",
      description =
          "Draws every service. Default: in a picture of more than 40 nodes, those that no rule"
              + " concerns are counted by namespace.")
  private boolean all;

  @Option(
      names = "--most-nodes",
      paramLabel = "N",
      description =
          "Nodes to draw; of more, those with the most edges, and what is left out is said."
              + " Default: ${DEFAULT-VALUE}.")
  private int mostNodes = 400;

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  GraphCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    checkOptions();
    ProblemRules rules = policy.rules();
    LoadResult input = InputFiles.load(inputs, standardInput, in, err);
    JudgedProblems judged = rules.judge(input.problems(), input);
    judged.print(err);
    MeshGraph graph = limited(drawn(input));
    graph.notes().forEach(note -> err.println("rutter: left out: " + note));
    write(text(graph));
    return judged.status();
  }

  private void checkOptions() {
    if (mostNodes < 1) {
      throw new UsageException("--most-nodes: " + mostNodes + " (expected: at least 1)");
    }
    if (changesOnly && before.isEmpty()) {
      throw new UsageException("--changes-only is for --before");
    }
    if (host.isPresent() && !namespaces.isEmpty()) {
      throw new UsageException("--namespace: the tree of a host is drawn as a whole");
    }
  }

  private MeshGraph drawn(LoadResult input) {
    try (Progress progress = Progress.on(err)) {
      progress.stage("drawing the mesh");
      CompiledMesh after = Translator.create().compile(input.snapshot());
      if (before.isEmpty()) {
        MeshGraph graph = of(after);
        checkHost(graph, input, after);
        return graph;
      }
      CompiledMesh old =
          Translator.create()
              .compile(InputFiles.load(before, new StandardInput(), in, err).snapshot());
      MeshGraph graph = MeshGraph.changes(of(old), of(after));
      checkHost(graph, input, after);
      return changesOnly ? graph.onlyChanges() : graph;
    }
  }

  private MeshGraph of(CompiledMesh mesh) {
    return host.map(name -> MeshGraph.ofHost(mesh, name)).orElseGet(() -> MeshGraph.of(mesh));
  }

  private void checkHost(MeshGraph graph, LoadResult input, CompiledMesh mesh) {
    if (host.isPresent() && graph.nodes().isEmpty()) {
      ImmutableList<String> known = MeshGraph.hosts(mesh);
      throw InputException.notIn(
          input,
          "--host: no host "
              + host.get()
              + (known.isEmpty()
                  ? " (the input has none)"
                  : " (the input has: "
                      + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                      + (known.size() > SHOWN ? " and " + (known.size() - SHOWN) + " more" : "")
                      + ")"));
    }
  }

  private MeshGraph limited(MeshGraph whole) {
    MeshGraph graph =
        namespaces.isEmpty() ? whole : whole.inNamespaces(ImmutableSet.copyOf(namespaces));
    MeshGraph folded = all || graph.nodes().size() <= SMALL ? graph : graph.withoutLonely();
    return folded.atMost(mostNodes);
  }

  private String text(MeshGraph graph) {
    return switch (format) {
      case SVG -> GraphSvg.of(graph, title());
      case DOT -> GraphOutput.dot(graph);
      case MERMAID -> GraphOutput.mermaid(graph);
      case JSON -> GraphOutput.json(graph);
    };
  }

  private String title() {
    return (before.isEmpty() ? "" : "Changes of ")
        + host.map(name -> "the rules of " + name).orElse("who calls whom, as configured");
  }

  private void write(String text) {
    if (output.isEmpty()) {
      out.print(text);
      return;
    }
    Path file = InputFiles.path("--output", output.get());
    try {
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new InputException("--output: " + file + ": " + e.getMessage());
    }
  }
}
