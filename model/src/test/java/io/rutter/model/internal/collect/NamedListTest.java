// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamedListTest {
  /** Changes at random, against a sorted map. */
  @Test
  void changesAsASortedMapDoes() {
    Random random = new Random(17);
    NamedList<Object> list = NamedList.of();
    SortedMap<String, Object> map = new TreeMap<>();
    for (int turn = 0; turn < 500; turn++) {
      SortedMap<String, Optional<Object>> changes = new TreeMap<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        Optional<Object> object =
            random.nextBoolean() ? Optional.of(new Object()) : Optional.empty();
        changes.put("n" + random.nextInt(30), object);
      }
      Set<String> changed = new HashSet<>();
      changes.forEach(
          (name, object) -> {
            Object before = object.isPresent() ? map.put(name, object.get()) : map.remove(name);
            if (before != null || object.isPresent()) {
              changed.add(name);
            }
          });
      NamedList<Object> now = list.with(changes);
      assertThat(now.names()).containsExactlyElementsOf(map.keySet());
      assertThat(now.objects()).containsExactlyElementsOf(map.values());
      assertThat(now.changesFrom(list)).containsExactlyInAnyOrderElementsOf(changed);
      if (changed.isEmpty()) {
        assertThat(now).isSameAs(list);
      } else {
        assertThat(now).isNotSameAs(list);
      }
      list = now;
    }
    for (Map.Entry<String, Object> entry : map.entrySet()) {
      assertThat(list.get(entry.getKey())).containsSame(entry.getValue());
    }
    assertThat(list.get("none")).isEmpty();
  }

  @Test
  void joinsListsInTheOrderOfNames() {
    NamedList<Integer> b = NamedList.of("b", 2);
    assertThat(NamedList.joined(List.of(b))).isSameAs(b);
    assertThat(NamedList.joined(List.of(b, NamedList.of("a", 1), NamedList.of("c", 3))))
        .isEqualTo(new NamedList<>(ImmutableList.of("a", "b", "c"), ImmutableList.of(1, 2, 3)));
    assertThat(NamedList.joined(List.<NamedList<Integer>>of())).isEqualTo(NamedList.of());
  }
}
