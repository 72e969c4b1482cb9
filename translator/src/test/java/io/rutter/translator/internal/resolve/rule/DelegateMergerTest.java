// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.StringMatch;
import io.rutter.model.virtualservice.HeaderOperations;
import io.rutter.model.virtualservice.Headers;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DelegateMergerTest {
  @ParameterizedTest
  @CsvSource({
    "exact:/a,exact:/a,true",
    "exact:/a,exact:/b,false",
    "exact:/a,prefix:/a,false",
    "exact:/a,present,false",
    "prefix:/a,prefix:/a/b,true",
    "prefix:/a,exact:/ab,true",
    "prefix:/a/b,prefix:/a,false",
    "prefix:/a,exact:/b,false",
    "prefix:/a,regex:/a.*,false",
    "regex:/a.*,regex:/a.*,false",
    "regex:/a.*,present,false",
    "present,exact:/a,false",
    "none,exact:/a,true",
    "exact:/a,none,true",
    "none,none,true",
  })
  void delegateMatchMustStayWithinTheRoots(String root, String leaf, boolean fits) {
    assertThat(DelegateMatches.fits(uri(root), uri(leaf))).isEqualTo(fits);
  }

  @Test
  void otherConflicts() {
    HttpMatch any = HttpMatch.builder().build();
    HttpMatch ofShop = HttpMatch.builder().sourceNamespace("shop").build();
    assertThat(DelegateMatches.fits(ofShop, any)).isFalse();
    assertThat(DelegateMatches.fits(any, ofShop)).isTrue();
    HttpMatch onPort = HttpMatch.builder().port(80).build();
    assertThat(DelegateMatches.fits(onPort, any)).isTrue();
    assertThat(DelegateMatches.fits(onPort, HttpMatch.builder().port(81).build())).isFalse();
    assertThat(DelegateMatches.fits(any, HttpMatch.builder().ignoreUriCase(true).build()))
        .isFalse();
    HttpMatch v1 = HttpMatch.builder().sourceLabels(Map.of("version", "v1")).build();
    assertThat(DelegateMatches.fits(v1, v1)).isTrue();
    assertThat(
            DelegateMatches.fits(
                v1, HttpMatch.builder().sourceLabels(Map.of("version", "v2")).build()))
        .isFalse();
    HttpMatch gateways = HttpMatch.builder().gateways("mesh", "a/b").build();
    assertThat(DelegateMatches.fits(gateways, HttpMatch.builder().gateways("mesh").build()))
        .isTrue();
    assertThat(DelegateMatches.fits(gateways, HttpMatch.builder().gateways("a/c").build()))
        .isFalse();
  }

  @Test
  void matchesOfTheDelegateTurnFirst() {
    HttpRoute root = HttpRoute.builder().match(uri("prefix:/a"), uri("prefix:/b")).build();
    HttpRoute leaf = HttpRoute.builder().match(uri("prefix:/b/2"), uri("none")).build();
    assertThat(DelegateMerger.merge(root, leaf).orElseThrow().match())
        .containsExactly(uri("prefix:/b/2"), uri("prefix:/a"), uri("prefix:/b"));
  }

  @Test
  void oneMatchThatFitsNothingDropsTheRule() {
    HttpRoute root = HttpRoute.builder().match(uri("prefix:/a")).build();
    HttpRoute leaf = HttpRoute.builder().match(uri("prefix:/a/1"), uri("prefix:/c")).build();
    assertThat(DelegateMerger.merge(root, leaf)).isEmpty();
  }

  @Test
  void mapsAreUnitedAndNamesAreJoined() {
    HttpMatch root =
        HttpMatch.builder()
            .name("root")
            .headers(Map.of("a", StringMatch.prefix("x"), "b", StringMatch.exact("1")))
            .build();
    HttpMatch leaf =
        HttpMatch.builder().name("leaf").headers(Map.of("a", StringMatch.exact("xy"))).build();
    HttpMatch merged = DelegateMatches.merge(root, leaf);
    assertThat(merged.name()).isEqualTo(Optional.of("root-leaf"));
    assertThat(merged.headers())
        .isEqualTo(Map.of("a", StringMatch.exact("xy"), "b", StringMatch.exact("1")));
  }

  @Test
  void fieldsAreTakenFromTheRootWholeOrNotAtAll() {
    Headers rootHeaders =
        Headers.builder().request(HeaderOperations.builder().set(Map.of("x", "1")).build()).build();
    Headers leafHeaders =
        Headers.builder()
            .response(HeaderOperations.builder().set(Map.of("y", "2")).build())
            .build();
    HttpRoute root =
        HttpRoute.builder().headers(rootHeaders).timeout(Duration.ofSeconds(1)).build();
    HttpRoute leaf = HttpRoute.builder().name("leaf").headers(leafHeaders).build();
    HttpRoute merged = DelegateMerger.merge(root, leaf).orElseThrow();
    assertThat(merged.headers()).isEqualTo(Optional.of(leafHeaders));
    assertThat(merged.timeout()).isEqualTo(Optional.of(Duration.ofSeconds(1)));
    assertThat(merged.name()).isEqualTo(Optional.of("leaf"));
  }

  private static HttpMatch uri(String text) {
    HttpMatch.Builder match = HttpMatch.builder();
    String value = text.substring(text.indexOf(':') + 1);
    switch (text.replaceFirst(":.*", "")) {
      case "exact" -> match.uri(StringMatch.exact(value));
      case "prefix" -> match.uri(StringMatch.prefix(value));
      case "regex" -> match.uri(StringMatch.regex(value));
      case "present" -> match.uri(StringMatch.present());
      default -> {}
    }
    return match.build();
  }
}
