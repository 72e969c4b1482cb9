// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.ProtoJson;
import io.rutter.translator.output.StaticBootstrap;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Envoy accepts the bootstrap of every proxy of every golden case, and calls nothing in it
 * deprecated. Skipped without Python; not where the environment variable {@code RUTTER_NEEDS_ENVOY}
 * is set.
 */
class EnvoyValidateTest {
  /**
   * Fields without a successor: of the first the Java api has none yet, that of the second makes
   * Envoy ignore the time limit of the route (docs/differences-from-istio.md).
   */
  private static final ImmutableList<String> NO_SUCCESSOR =
      ImmutableList.of(
          "OpenTelemetryAccessLogConfig.common_config", "RouteAction.max_grpc_timeout");

  private static Path envoy = Path.of("envoy");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    envoy = EnvoyBinary.require();
  }

  @GoldenFiles("src/test/resources/cases")
  void acceptsGoldenCase(GoldenCase golden, @TempDir Path temp)
      throws IOException, InterruptedException {
    acceptsAll(golden.translate(), temp);
  }

  @Test
  void acceptsBookinfo(@TempDir Path temp) throws IOException, InterruptedException {
    LoadResult input = YamlLoader.create().load(EnvoyBinary.root().resolve("examples/bookinfo"));
    CompiledMesh mesh = Translator.create().compile(input.orThrow());
    acceptsAll(Translation.of(mesh, input.snapshot().proxies()), temp);
  }

  /** The check would see a deprecated field: Envoy names this one. */
  @Test
  void seesDeprecatedFields(@TempDir Path temp) throws IOException, InterruptedException {
    Path config = temp.resolve("deprecated.yaml");
    Files.writeString(
        config,
        """
        static_resources:
          clusters:
          - {name: c, type: STRICT_DNS, connect_timeout: 1s, dns_refresh_rate: 5s}
        """);

    assertThat(deprecated(validate(config, temp.resolve("deprecated.log"))))
        .anyMatch(line -> line.contains("Cluster.dns_refresh_rate"));
  }

  private static void acceptsAll(Translation translation, Path temp)
      throws IOException, InterruptedException {
    for (XdsResources proxy : translation.proxies()) {
      accepts(proxy, temp);
    }
  }

  private static void accepts(XdsResources proxy, Path temp)
      throws IOException, InterruptedException {
    String id = proxy.proxy().id();
    Path config = temp.resolve(id + ".json");
    Files.writeString(config, ProtoJson.print(StaticBootstrap.of(proxy)));
    String output = validate(config, temp.resolve(id + ".log"));
    assertThat(deprecated(output)).as("what Envoy calls deprecated for %s", id).isEmpty();
  }

  private static String validate(Path config, Path log) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(
                envoy.toString(), "--mode", "validate", "-l", "warning", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String output = Files.readString(log);
    if (status != 0) {
      fail(config + ": Envoy rejects it (status " + status + "):\n" + output);
    }
    return output;
  }

  private static List<String> deprecated(String output) {
    return output
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("deprecated"))
        .filter(line -> NO_SUCCESSOR.stream().noneMatch(line::contains))
        .toList();
  }
}
