// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;
import io.rutter.model.proxy.Proxy;
import io.rutter.testdata.random.SeededMeshes;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Envoy allows and denies requests and connections exactly where the simulator says so:
 * clients with certificates of several identities and without, tokens signed by the test and bad
 * ones, methods, paths, hosts, headers, addresses and server names that meet the rules of policies
 * or nearly do, services that are asked. The same in each build; {@code -Drutter.seed=N} asks
 * others, {@code -Drutter.requests=N} so many of each proxy. Skipped without Python; not where the
 * environment variable {@code RUTTER_NEEDS_ENVOY} is set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationAgreementTest {
  private static final long SEED = Long.getLong("rutter.seed", 20261130);
  private static final int REQUESTS_OF_A_PROXY = Integer.getInteger("rutter.requests", 12);
  private static final int MESHES = Integer.getInteger("rutter.meshes", 3);
  private static final int LEAST_REQUESTS = 300;

  private AccessAgreement agreement;
  private int cases;

  @BeforeAll
  void start() throws IOException, InterruptedException, GeneralSecurityException {
    agreement = AccessAgreement.start();
  }

  @GoldenFiles("src/test/resources/cases/authorization")
  void goldenCase(GoldenCase golden, @TempDir Path temp)
      throws IOException, InterruptedException, GeneralSecurityException {
    Random random = new Random(SEED ^ golden.name().hashCode());
    List<String> differences = new ArrayList<>();
    for (XdsResources proxy : golden.translate().proxies()) {
      differences.addAll(agreement.differences(proxy, REQUESTS_OF_A_PROXY, random, temp));
    }
    cases++;
    assertThat(differences).as("%s, -Drutter.seed=%d", golden.name(), SEED).isEmpty();
  }

  /** {@code -Drutter.meshes=N} asks for so many. */
  @Test
  void randomMeshes(@TempDir Path temp)
      throws IOException, InterruptedException, GeneralSecurityException {
    Random random = new Random(SEED);
    List<String> differences = new ArrayList<>();
    for (String yaml : SeededMeshes.ofPolicies(MESHES, SEED)) {
      LoadResult loaded = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
      CompiledMesh mesh = Translator.create().compile(loaded.snapshot());
      for (Proxy proxy : loaded.snapshot().proxies()) {
        agreement
            .differences(mesh.translate(proxy), REQUESTS_OF_A_PROXY, random, temp)
            .forEach(text -> differences.add(proxy.id() + ": " + text + "\n" + policies(yaml)));
      }
    }
    assertThat(differences).as("-Drutter.seed=%d", SEED).isEmpty();
  }

  /** What is not in all meshes. */
  private static String policies(String yaml) {
    return yaml.substring(yaml.indexOf("kind: MeshConfig"));
  }

  /** Every answer was seen, and enough of them. */
  @AfterAll
  void report() throws IOException {
    System.out.println(
        agreement.requests()
            + " requests of "
            + cases
            + " cases to a real Envoy: "
            + agreement.answers()
            + ", -Drutter.seed="
            + SEED);
    agreement.close();
    if (System.getProperty("rutter.golden.case") == null) {
      assertThat(agreement.requests()).isGreaterThanOrEqualTo(LEAST_REQUESTS);
      assertThat(agreement.answers()).containsKeys("200", "401", "403", "closed", "served");
    }
  }
}
