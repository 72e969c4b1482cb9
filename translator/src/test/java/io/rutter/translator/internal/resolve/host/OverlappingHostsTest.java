// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlappingHostsTest {
  private static final List<String> HOSTS =
      List.of("a.example.com", "b.c.example.org", "*.wild.example.net", "a.example.com");

  @Test
  void exactHosts() {
    assertThat(find("a.example.com")).containsExactly(0, 3);
    assertThat(find("b.example.com")).isEmpty();
    assertThat(find("x.wild.example.net")).containsExactly(2);
    assertThat(find("wild.example.net")).isEmpty();
  }

  @Test
  void wildcards() {
    assertThat(find("*")).containsExactly(0, 1, 2, 3);
    assertThat(find("*.example.com")).containsExactly(0, 3);
    assertThat(find("*.example.org")).containsExactly(1);
    assertThat(find("*.b.c.example.org")).isEmpty();
    assertThat(find("*.example.net")).containsExactly(2);
    assertThat(find("*.wild.example.net")).containsExactly(2);
    assertThat(find("*.x.wild.example.net")).containsExactly(2);
    assertThat(find("*.other.example.net")).isEmpty();
  }

  private static List<Integer> find(String host) {
    OverlappingHosts index = new OverlappingHosts();
    for (int i = 0; i < HOSTS.size(); i++) {
      index.add(HOSTS.get(i), i);
    }
    BitSet found = new BitSet();
    index.find(host, found);
    assertThat(index.overlaps(host)).isEqualTo(!found.isEmpty());
    return found.stream().boxed().toList();
  }
}
