// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostMatchingTest {
  @ParameterizedTest
  @CsvSource({
    "a.com,a.com,true,true",
    "a.com,b.com,false,false",
    "a.com,*.com,true,false",
    "a.com,*,true,false",
    "com,*.com,false,false",
    "*.a.com,*.com,true,false",
    "*.com,*.com,true,true",
    "*,*.com,false,true",
    "x.a.com,*a.com,true,false",
    "*.a.com,a.com,false,false",
  })
  void comparesSuffixes(String one, String other, boolean subset, boolean superset) {
    assertThat(HostMatching.isSubset(one, other)).isEqualTo(subset);
    assertThat(HostMatching.isSubset(other, one)).isEqualTo(superset);
    assertThat(HostMatching.overlap(one, other)).isEqualTo(subset || superset);
  }

  @Test
  void intersectionKeepsTheMoreSpecificOfEachPair() {
    assertThat(
            HostMatching.intersection(
                ImmutableList.of("a.com", "*.net", "x.org"),
                ImmutableList.of("*.com", "b.net", "c.net", "*")))
        .containsExactly("a.com", "b.net", "c.net", "*.net", "x.org");
  }

  @Test
  void moreSpecificHostsComeFirst() {
    assertThat(
            Stream.of("*", "b.com", "*.com", "a.com", "*.a.com", "long.com")
                .sorted(HostMatching.MORE_SPECIFIC_FIRST))
        .containsExactly("long.com", "a.com", "b.com", "*.a.com", "*.com", "*");
  }
}
