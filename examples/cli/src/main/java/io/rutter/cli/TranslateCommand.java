// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.JsonOutput;
import io.rutter.translator.output.ProtoJson;
import io.rutter.translator.output.StaticBootstrap;
import io.rutter.translator.output.TableOutput;
import io.rutter.translator.output.XdsAddress;
import io.rutter.translator.output.YamlOutput;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter translate}: reads a mesh, prints the resources of its proxies. */
@Command(
    name = "translate",
    description = "Prints the Envoy resources of each proxy of a mesh.",
    mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {
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
      description = "Only this proxy (may be repeated). Default: every Proxy of the input.")
  private List<String> proxies = List.of();

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only these kinds: clusters, endpoints, listeners, routes. Default: all.")
  private List<ResourceKind> kinds = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json (the default), yaml, bootstrap (for envoy -c) or table.")
  private OutputFormat format = OutputFormat.JSON;

  @Option(
      names = "--xds",
      paramLabel = "HOST:PORT|unix:PATH",
      description =
          "With --format bootstrap: the control plane that gives Envoy all resources (ADS) and"
              + " secrets (SDS). Default: the bootstrap holds them itself.")
  private Optional<String> xds = Optional.empty();

  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin private MostClusters mostClusters = new MostClusters();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  TranslateCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    ProblemRules rules = policy.rules();
    EnvoyClasses classes = EnvoyClasses.preload();
    LoadResult input = InputFiles.load(inputs, standardInput, in, err);
    ImmutableList<Proxy> chosen;
    try {
      chosen = chosenOf(input);
      checkChosen(input, chosen);
    } catch (InputException | UsageException e) {
      rules.judge(input.problems(), input).print(err); // They may be the reason.
      throw e;
    }
    classes.await();
    Translation translation =
        translated(input, chosen).withInput(input.problems(), input.sources());
    JudgedProblems judged = rules.judge(translation.problems(), input);
    judged.print(err);
    if (chosen.isEmpty()) {
      err.println("rutter: the input has no Proxy, so there is nothing to translate for");
    }
    print(translation);
    return judged.status();
  }

  private Translation translated(LoadResult input, ImmutableList<Proxy> chosen) {
    try (Progress progress = Progress.on(err)) {
      progress.stage("compiling the mesh");
      CompiledMesh mesh = Translator.create().compile(input.snapshot());
      AtomicInteger done = new AtomicInteger();
      progress.stage(() -> "translated " + done + " of " + chosen.size() + " proxies");
      return Translation.ofResources(
          mesh,
          chosen.parallelStream()
              .map(
                  proxy -> {
                    XdsResources resources = mesh.translate(proxy);
                    done.incrementAndGet();
                    return resources;
                  })
              .toList());
    }
  }

  private ImmutableList<Proxy> chosenOf(LoadResult input) {
    ImmutableList<Proxy> known = input.snapshot().proxies();
    if (proxies.isEmpty()) {
      return known;
    }
    for (String name : proxies) {
      ProxyNames.check(name);
      if (known.stream().noneMatch(proxy -> proxy.id().equals(name))) {
        throw InputException.notIn(
            input, "--proxy: no proxy " + name + InputException.known(known.stream()));
      }
    }
    return known.stream()
        .filter(proxy -> proxies.contains(proxy.id()))
        .collect(ImmutableList.toImmutableList());
  }

  private void print(Translation translation) throws IOException {
    Set<ResourceKind> printed =
        kinds.isEmpty() ? ImmutableSet.copyOf(ResourceKind.values()) : ImmutableSet.copyOf(kinds);
    switch (format) {
      case JSON -> JsonOutput.write(translation, printed, out);
      case YAML -> YamlOutput.write(translation, printed, out);
      case TABLE -> TableOutput.write(translation, printed, out);
      case BOOTSTRAP -> out.println(ProtoJson.print(bootstrap(translation.proxies().get(0))));
    }
  }

  private Bootstrap bootstrap(XdsResources resources) {
    return xds.map(address -> DynamicBootstrap.of(resources.proxy(), XdsAddress.parse(address)))
        .orElseGet(() -> StaticBootstrap.of(resources));
  }

  private void checkChosen(LoadResult input, ImmutableList<Proxy> chosen) {
    if (format == OutputFormat.BOOTSTRAP) {
      checkBootstrap(input, chosen);
    } else if (xds.isPresent()) {
      throw new UsageException("--xds is for --format bootstrap");
    }
    checkSize(input, chosen);
  }

  private void checkBootstrap(LoadResult input, ImmutableList<Proxy> chosen) {
    if (!kinds.isEmpty()) {
      throw new UsageException("--kind: a bootstrap holds all kinds");
    }
    checkAddress();
    if (chosen.size() != 1) {
      throw InputException.notIn(
          input,
          "--format bootstrap: name one proxy with --proxy"
              + InputException.known(chosen.stream()));
    }
  }

  private void checkAddress() {
    try {
      Optional<XdsAddress> unused = xds.map(XdsAddress::parse);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--xds: " + e.getMessage());
    }
  }

  private void checkSize(LoadResult input, ImmutableList<Proxy> chosen) {
    int most = mostClusters.most();
    double ofOne = chosen.size() < 2 ? 0 : MostClusters.ofOne(input.snapshot());
    if (chosen.size() * ofOne > most) {
      throw InputException.notIn(
          input,
          "%d proxies with some %.0f clusters each (expected: at most %d together; name fewer with --proxy, or raise --most-clusters)"
              .formatted(chosen.size(), ofOne, most));
    }
  }
}
