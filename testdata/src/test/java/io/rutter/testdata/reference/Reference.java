// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import io.rutter.translator.JwksFetching;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.output.JsonOutput;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Compares Rutter's translation of a text with istiod's, as {@code ../shared/reference} gives it.
 */
public final class Reference {
  private final Path folder;

  private Reference(Path folder) {
    this.folder = folder;
  }

  /** The reference, if this machine has it. */
  public static Optional<Reference> find() {
    Path folder = Path.of(System.getProperty("rutter.root", "..")).resolve("../shared/reference");
    return Files.isExecutable(folder.resolve("istiod"))
        ? Optional.of(new Reference(folder.normalize()))
        : Optional.empty();
  }

  /** The program. */
  public Path istiod() {
    return folder.resolve("istiod");
  }

  /** Whether comparisons that take minutes are wanted: {@code -Drutter.reference=all}. */
  public static boolean allWanted() {
    return "all".equals(System.getProperty("rutter.reference"));
  }

  /**
   * Holds a translation of a text against istiod's.
   *
   * @param work an empty folder for the files of this comparison
   * @return what {@code compare} prints, or that istiod gives nothing; empty if all resources are
   *     equal
   */
  public String differences(
      Path work, String yaml, Translation translation, TranslationOptions options)
      throws IOException, InterruptedException {
    Path input = Files.writeString(work.resolve("input.yaml"), yaml);
    Path expected = work.resolve("expected.json");
    Path actual = work.resolve("actual.json");
    ProcessBuilder istiod = new ProcessBuilder(istiod().toString(), "translate", input.toString());
    istiod.environment().put("ISTIO_DUAL_STACK", String.valueOf(options.dualStack()));
    istiod
        .environment()
        .put("PILOT_ENABLE_QUIC_LISTENERS", String.valueOf(options.quicListeners()));
    istiod
        .environment()
        .put("ENABLE_TLS_ON_SIDECAR_INGRESS", String.valueOf(options.tlsOnSidecarIngress()));
    istiod
        .environment()
        .put(
            "PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS",
            String.valueOf(options.multipleCustomProviders()));
    istiod.environment().put("PILOT_JWT_ENABLE_REMOTE_JWKS", flag(options.jwksFetching()));
    run(expected, istiod);
    if (Files.size(expected) == 0) {
      return "istiod gives nothing\n";
    }
    Files.writeString(expected, SourcedMetadata.in(Files.readString(expected)));
    try (Writer out = Files.newBufferedWriter(actual)) {
      JsonOutput.write(translation, EnumSet.allOf(ResourceKind.class), out);
    }
    Path report = work.resolve("report.txt");
    int status =
        run(
            report,
            new ProcessBuilder(
                folder.resolve("compare").toString(), expected.toString(), actual.toString()));
    return status == 0 ? "" : Files.readString(report);
  }

  private static String flag(JwksFetching fetching) {
    return switch (fetching) {
      case NEVER -> "istiod";
      case FROM_SERVICES -> "hybrid";
      case ALWAYS -> "envoy";
    };
  }

  /**
   * Whether Envoy would refuse what istiod made in the last comparison, so that a difference from
   * it is wanted.
   *
   * @param work the folder of that comparison
   */
  public boolean isRefusedByEnvoy(Path work) throws IOException {
    return !RefusedListeners.in(Files.readString(work.resolve("expected.json"))).isEmpty();
  }

  /**
   * What istiod makes of a file, as JSON.
   *
   * @param work an empty folder
   */
  public String translateByIstiod(Path work, Path input) throws IOException, InterruptedException {
    Path output = work.resolve("istiod.json");
    run(
        output,
        new ProcessBuilder(istiod().toString(), "translate", input.toAbsolutePath().toString()));
    return Files.readString(output);
  }

  /** Rutter's translation of a text for all of its proxies. */
  public static Translation translate(String yaml) {
    LoadResult loaded = YamlLoader.create().load(YamlSource.text("input.yaml", yaml));
    return Translation.of(
        Translator.create().compile(loaded.snapshot()), loaded.snapshot().proxies());
  }

  private static int run(Path output, ProcessBuilder command)
      throws IOException, InterruptedException {
    return command
        .redirectOutput(output.toFile())
        .redirectError(Redirect.INHERIT)
        .start()
        .waitFor();
  }
}
