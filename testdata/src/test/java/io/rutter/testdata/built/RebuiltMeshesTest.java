// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rutter.model.MeshSnapshot;
import io.rutter.testdata.ResourceText;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What documents make of a mesh, a program makes with public builders, from nothing: each object of
 * the golden cases is built again, of all properties that hold something, and is equal.
 */
class RebuiltMeshesTest {
  @Test
  void everyMeshThatIsReadCanBeBuilt() {
    ImmutableList<String> cases =
        ResourceText.of("cases/cases.txt")
            .lines()
            .map(line -> line.substring(0, line.indexOf(':')))
            .collect(ImmutableList.toImmutableList());

    assertThat(cases)
        .isNotEmpty()
        .allSatisfy(
            name -> {
              MeshSnapshot read = load("cases/" + name + "/input.yaml");
              assertThat(rebuilt(read)).isEqualTo(read);
            });
  }

  private static MeshSnapshot load(String resource) {
    return YamlLoader.create()
        .load(YamlSource.text("input.yaml", ResourceText.of(resource)))
        .snapshot();
  }

  private static Object rebuilt(Object value) {
    if (value instanceof Set<?> set) {
      return set.stream().map(RebuiltMeshesTest::rebuilt).collect(ImmutableSet.toImmutableSet());
    }
    if (value instanceof Iterable<?> list) {
      return ImmutableList.copyOf(list).stream()
          .map(RebuiltMeshesTest::rebuilt)
          .collect(ImmutableList.toImmutableList());
    }
    if (value instanceof Map<?, ?> map) {
      return ImmutableMap.copyOf(Maps.transformValues(map, RebuiltMeshesTest::rebuilt));
    }
    boolean hasBuilder =
        Arrays.stream(value.getClass().getMethods())
            .anyMatch(method -> method.getName().equals("toBuilder"));
    return hasBuilder ? built(value) : value;
  }

  private static Object built(Object value) {
    try {
      Object builder = value.getClass().getSuperclass().getMethod("builder").invoke(null);
      for (Method setter : RandomValues.setters(builder)) {
        Optional<Object> held = held(invoke(value, setter.getName()));
        if (held.isPresent()) {
          setter.invoke(builder, rebuilt(held.get()));
        }
      }
      return invoke(builder, "build");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(value.toString(), e);
    }
  }

  /** The value of a property, unless it is empty. */
  private static Optional<Object> held(Object property) {
    if (property instanceof Optional<?> optional) {
      return optional.map(value -> value);
    }
    if (property instanceof OptionalInt number) {
      return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
    if (property instanceof OptionalLong number) {
      return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
    if (property instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    return property.equals(ImmutableList.of()) || property.equals(ImmutableMap.of())
        ? Optional.empty()
        : Optional.of(property);
  }

  private static Object invoke(Object object, String method) throws ReflectiveOperationException {
    Method found = object.getClass().getMethod(method);
    found.setAccessible(true);
    return found.invoke(object);
  }
}
