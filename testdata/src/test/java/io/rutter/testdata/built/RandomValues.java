// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Locality;
import io.rutter.model.Percent;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random values of every type of the model, made as a program makes them: through builders and
 * constructors. Most are what makes sense for a property of that name, few are absurd.
 */
final class RandomValues {
  private static final int DEEPEST = 6;

  private static final ImmutableList<Integer> ABSURD_INTS =
      ImmutableList.of(
          0, -1, -5, 65535, 65536, 70000, Integer.MAX_VALUE, Integer.MIN_VALUE, 100, 101, 600, 999);

  private static final ImmutableList<Long> ABSURD_LONGS =
      ImmutableList.of(
          0L, -1L, -5L, 0xFFFF_FFFFL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, 100L, 999L);

  private static final ImmutableList<Double> ABSURD_DOUBLES =
      ImmutableList.of(
          0.0,
          -0.0,
          -1.0,
          1e-9,
          100.5,
          1e300,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  private static final ImmutableList<Duration> ABSURD_DURATIONS =
      ImmutableList.of(
          Duration.ZERO,
          Duration.ofSeconds(-5),
          Duration.ofNanos(1),
          Duration.ofNanos(-1),
          Duration.ofMillis(1),
          Duration.ofSeconds(1, 500),
          Duration.ofDays(365L * 300),
          Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
          Duration.ofSeconds(Long.MIN_VALUE));

  private final Random random;
  private final double absurd;

  /**
   * Values of a generator.
   *
   * @param absurd how often a simple value is absurd, from 0 to 1
   */
  RandomValues(Random random, double absurd) {
    this.random = random;
    this.absurd = absurd;
  }

  /** A value of a type that has a builder. */
  <T> T of(Class<T> type) {
    return type.cast(value(type, type.getSimpleName(), 0));
  }

  /** The builder of a type, with some of the properties set, and all that must be. */
  private Object built(Class<?> type, int depth) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      List<Method> setters = setters(builder);
      for (Method setter : setters) {
        if (random.nextDouble() < (depth == 0 ? 0.6 : depth < 3 ? 0.35 : 0.2)) {
          set(builder, setter, depth);
        }
      }
      return build(builder, setters, depth);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  private Object build(Object builder, List<Method> setters, int depth)
      throws ReflectiveOperationException {
    Method build = builder.getClass().getMethod("build");
    build.setAccessible(true);
    try {
      return build.invoke(builder);
    } catch (InvocationTargetException e) {
      // AutoValue names what is missing.
      String missing = e.getTargetException().getMessage() + " ";
      for (Method setter : setters) {
        if (missing.contains(" " + setter.getName() + " ")) {
          set(builder, setter, depth);
        }
      }
      return build.invoke(builder);
    }
  }

  private void set(Object builder, Method setter, int depth) throws ReflectiveOperationException {
    Object value = value(setter.getGenericParameterTypes()[0], setter.getName(), depth + 1);
    try {
      setter.invoke(builder, value);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(setter + " with a " + value.getClass(), e);
    }
  }

  /** One setter for each property. */
  static List<Method> setters(Object builder) {
    Map<String, Method> setters = new LinkedHashMap<>();
    Method[] methods = builder.getClass().getSuperclass().getMethods();
    Arrays.sort(methods, comparing(Method::toGenericString));
    for (Method method : methods) {
      if (method.getParameterCount() == 1
          && Modifier.isAbstract(method.getModifiers())
          && !method.getParameterTypes()[0].isArray()
          && !method.getParameterTypes()[0].getSimpleName().startsWith("Optional")) {
        method.setAccessible(true);
        setters.putIfAbsent(method.getName(), method);
      }
    }
    return List.copyOf(setters.values());
  }

  /** A value of any type, for a property of that name. */
  Object value(Type type, String name, int depth) {
    if (type instanceof ParameterizedType generic) {
      return collection(
          (Class<?>) generic.getRawType(), generic.getActualTypeArguments(), name, depth);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return pick(ImmutableList.copyOf(plain.getEnumConstants()));
    }
    if (plain.isSealed()) {
      return value(pick(ImmutableList.copyOf(plain.getPermittedSubclasses())), name, depth);
    }
    if (plain == Percent.class || plain == Locality.class || !plain.isRecord()) {
      return simple(plain, name, depth);
    }
    return record(plain, depth);
  }

  private Object simple(Class<?> type, String name, int depth) {
    if (type == String.class) {
      return text(name);
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class || type == Integer.class) {
      return number(name);
    }
    if (type == long.class || type == Long.class) {
      return isAbsurd() ? pick(ABSURD_LONGS) : (long) number(name);
    }
    if (type == double.class || type == Double.class) {
      return isAbsurd() ? pick(ABSURD_DOUBLES) : pick(ImmutableList.of(1.0, 10.0, 50.0));
    }
    if (type == Duration.class) {
      return isAbsurd() ? pick(ABSURD_DURATIONS) : Duration.ofSeconds(1L + random.nextInt(60));
    }
    if (type == Percent.class) {
      return Percent.of(isAbsurd() ? pick(ABSURD_DOUBLES) : 10.0);
    }
    if (type == Locality.class) {
      return new Locality(text("region"), text("zone"), text("zone"));
    }
    if (type == Instant.class) {
      return isAbsurd() ? Instant.MIN : Instant.ofEpochSecond(random.nextInt(1_000_000_000));
    }
    if (type == Object.class) {
      return pick(ImmutableList.of("text", "1", 5, 1.5, true, List.of("a"), Map.of("k", "v")));
    }
    return built(type, depth);
  }

  private int number(String name) {
    if (isAbsurd()) {
      return pick(ABSURD_INTS);
    }
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("port") || lower.contains("number")) {
      return pick(ImmutableList.of(80, 8080, 443, 9080, 15443));
    }
    if (lower.contains("status") || lower.contains("code")) {
      return pick(ImmutableList.of(200, 301, 404, 503));
    }
    if (lower.contains("window")) {
      return pick(ImmutableList.of(65_535, 1_048_576));
    }
    return pick(ImmutableList.of(1, 2, 10, 50, 100));
  }

  private String text(String name) {
    return isAbsurd() ? pick(RandomTexts.ABSURD) : pick(RandomTexts.sane(name));
  }

  private Object collection(Class<?> type, Type[] elements, String name, int depth) {
    if (type == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : Optional.of(value(elements[0], name, depth));
    }
    int size = depth > DEEPEST ? 0 : 1 + random.nextInt(2);
    if (isAbsurd()) {
      size = random.nextInt(6);
    }
    if (Map.class.isAssignableFrom(type)) {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put(value(elements[0], keyName(name), depth), value(elements[1], name, depth));
      }
      return ImmutableMap.copyOf(map);
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(value(elements[0], name, depth));
    }
    return Set.class.isAssignableFrom(type)
        ? ImmutableSet.copyOf(list)
        : ImmutableList.copyOf(list);
  }

  private static String keyName(String name) {
    return name.endsWith("orts") ? "port" : name.contains("eader") ? "header" : "label";
  }

  private Object record(Class<?> type, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      values[i] =
          value(
              components[i].getGenericType(),
              name.equals("value") ? type.getSimpleName() : name,
              depth + 1);
    }
    try {
      return construct(type, values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  /** The record of these components. */
  static Object construct(Class<?> type, Object... components) throws ReflectiveOperationException {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(components);
  }

  private boolean isAbsurd() {
    return random.nextDouble() < absurd;
  }

  private <E> E pick(List<? extends E> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
