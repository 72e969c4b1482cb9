// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What values match in common, and what one of them matches with another. */
class ValueSetTest {
  private static final List<String> TEXTS =
      List.of("", "a", "b", "ab", "ba", "aa", "aab", "abab", "bb", "a*b", "*");

  @Test
  void textsThatAreCoveredAreMatchedAndDisjointOnesAreNot() {
    List<TextPattern> patterns =
        List.of("*", "a", "b", "ab", "a*", "*a", "*b", "ab*", "aa*", "a*b", "*b*").stream()
            .flatMap(
                value -> ImmutableList.of(TextPattern.of(value), TextPattern.glob(value)).stream())
            .toList();
    int covered = 0;
    int disjoint = 0;
    for (TextPattern one : patterns) {
      for (TextPattern other : patterns) {
        for (String text : TEXTS) {
          if (one.covers(other) && other.matches(text)) {
            covered++;
            assertThat(one.matches(text)).as("%s covers %s: %s", one, other, text).isTrue();
          }
          if (one.isDisjointFrom(other) && other.matches(text)) {
            disjoint++;
            assertThat(one.matches(text)).as("%s without %s: %s", one, other, text).isFalse();
          }
        }
      }
    }
    assertThat(covered).isPositive();
    assertThat(disjoint).isPositive();
  }

  @Test
  void aStarInsideCountsInGlobsOnly() {
    assertThat(TextPattern.glob("a*b").matches("axxb")).isTrue();
    assertThat(TextPattern.glob("a*b").matches("axxbc")).isFalse();
    assertThat(TextPattern.glob("a*b*c").matches("abbc")).isTrue();
    assertThat(TextPattern.glob("*a*").matches("bab")).isTrue();
    assertThat(TextPattern.of("a*b").matches("axxb")).isFalse();
    assertThat(TextPattern.of("*a*").matches("ba*")).isTrue();
  }

  @Test
  void templatesAreKnownByTheirStart() {
    PathTemplate template = new PathTemplate("/api/{*}/x");
    assertThat(TextPattern.of("/api/*").covers(template)).isTrue();
    assertThat(TextPattern.of("*").covers(template)).isTrue();
    assertThat(TextPattern.of("/api/a/x").covers(template)).isFalse();
    assertThat(TextPattern.of("/b*").isDisjointFrom(template)).isTrue();
    assertThat(TextPattern.of("/a*").isDisjointFrom(template)).isFalse();
    assertThat(template.isDisjointFrom(new PathTemplate("/b/{*}"))).isTrue();
    assertThat(template.covers(TextPattern.of("/api/a/x"))).isFalse();
  }

  @Test
  void rangesContainNarrowerOnesWithTheSameBits() {
    ValueSet wide = AddressRange.of("10.9.9.9/8");
    assertThat(wide.covers(AddressRange.of("10.1.0.0/16"))).isTrue();
    assertThat(wide.covers(AddressRange.of("10.1.2.3"))).isTrue();
    assertThat(AddressRange.of("10.1.0.0/16").covers(wide)).isFalse();
    assertThat(wide.isDisjointFrom(AddressRange.of("11.0.0.0/8"))).isTrue();
    assertThat(wide.isDisjointFrom(AddressRange.of("0.0.0.0/0"))).isFalse();
    assertThat(wide.isDisjointFrom(AddressRange.of("fd00::1"))).isTrue();
    assertThat(AddressRange.of("::ffff:10.1.2.3").isDisjointFrom(wide)).isFalse();
    assertThat(wide.covers(AddressRange.of("::ffff:10.1.2.3"))).isFalse();
    assertThat(AddressRange.port("080")).isEqualTo(AddressRange.port("80"));
  }

  @Test
  void identitiesAreComparedByTheirParts() {
    ValueSet whole = Identity.ofPrincipal("td/ns/a/sa/b");
    assertThat(Identity.ofPrincipal("*").covers(whole)).isTrue();
    assertThat(Identity.ofNamespace("a").covers(whole)).isTrue();
    assertThat(Identity.ofNamespace("b").isDisjointFrom(whole)).isTrue();
    assertThat(Identity.ofAccount("b", "a").covers(whole)).isTrue();
    assertThat(Identity.ofAccount("other/b", "a").isDisjointFrom(whole)).isTrue();
    assertThat(Identity.ofTrustDomain("t*").covers(whole)).isTrue();
    assertThat(Identity.ofPrincipal("td/*").covers(whole)).isTrue();
    assertThat(Identity.ofPrincipal("td/ns/a/*").covers(whole)).isTrue();
    assertThat(Identity.ofPrincipal("td/ns/ab*").isDisjointFrom(whole)).isTrue();
    assertThat(Identity.ofPrincipal("*/ns/a/sa/b").covers(whole)).isTrue();
    assertThat(Identity.ofPrincipal("td/ns/a/sa/*").covers(whole)).isTrue();
    // A star in the middle is itself.
    assertThat(Identity.ofPrincipal("td/ns/*/sa/b").isDisjointFrom(whole)).isTrue();
    // Nothing is known of other forms.
    assertThat(Identity.ofPrincipal("*/sa/b").covers(whole)).isFalse();
    assertThat(Identity.ofPrincipal("*/sa/b").isDisjointFrom(whole)).isFalse();
    assertThat(Identity.ofPrincipal("*").covers(Identity.ofPrincipal("*/sa/b"))).isTrue();
  }

  @Test
  void tokensAreComparedByIssuerAndSubject() {
    TokenIdentity exact = TokenIdentity.of("https://a/b");
    assertThat(TokenIdentity.of("https://a/*").covers(exact)).isTrue();
    assertThat(TokenIdentity.of("*").covers(exact)).isTrue();
    assertThat(TokenIdentity.of("*b").covers(exact)).isTrue();
    assertThat(TokenIdentity.of("https://a*").covers(exact)).isFalse();
    assertThat(TokenIdentity.of("https*").covers(TokenIdentity.of("https/x"))).isTrue();
    assertThat(TokenIdentity.of("https://c/*").isDisjointFrom(exact)).isTrue();
    assertThat(TokenIdentity.of("plain").covers(TokenIdentity.of("plain/x"))).isFalse();
  }
}
