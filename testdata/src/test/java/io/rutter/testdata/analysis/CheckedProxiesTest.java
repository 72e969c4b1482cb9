// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A large mesh of many proxies that differ is not checked for all of them, and a note says so. */
class CheckedProxiesTest {
  private static final VirtualService RULES =
      VirtualService.builder().metadata(ObjectMeta.of("default", "rules")).build();

  private static final VirtualService SELECTS_APP =
      RULES.toBuilder()
          .http(
              HttpRoute.builder()
                  .match(HttpMatch.builder().sourceLabels(Map.of("app", "none")).build())
                  .build())
          .build();

  @Test
  void theFirstProxyThatIsLeftOutIsNamed() {
    assertThat(limits(proxies(53), SELECTS_APP))
        .singleElement()
        .hasToString(
            "note: Proxy/default/p50: spec: the clusters of this proxy and 2 more are not checked"
                + " (expected: at most 50 proxies that differ in a mesh of this size)"
                + " [limit-exceeded]");
  }

  @Test
  void noNoteWhereAllAreChecked() {
    assertThat(limits(proxies(50), SELECTS_APP)).isEmpty();
  }

  @Test
  void labelsThatNothingSelectsMakeNoDifference() {
    assertThat(limits(proxies(53), RULES)).isEmpty();
  }

  private static List<Problem> limits(List<Proxy> proxies, VirtualService rules) {
    // Rules without effect count, and cost nothing.
    List<VirtualService> delegates =
        IntStream.range(0, 20_000)
            .mapToObj(i -> VirtualService.builder().metadata(ObjectMeta.of("default", "d" + i)))
            .map(VirtualService.Builder::build)
            .toList();
    MeshSnapshot mesh =
        MeshSnapshot.builder()
            .virtualServices(delegates)
            .addVirtualService(rules)
            .proxies(proxies)
            .build();
    return Translator.create(TranslationOptions.builder().validate(false).build())
        .compile(mesh)
        .analyze()
        .stream()
        .filter(problem -> problem.code() == ProblemCode.LIMIT_EXCEEDED)
        .toList();
  }

  private static List<Proxy> proxies(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Proxy.builder()
                    .name("p%02d".formatted(i))
                    .namespace("default")
                    .ipAddresses("10.1.1.1")
                    .labels(Map.of("app", "p" + i))
                    .build())
        .toList();
  }
}
