// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Values of the model with one property changed, at any depth, through their builders. */
final class MutatedValues {
  private final Random random;
  private final RandomValues fresh;

  MutatedValues(Random random, double absurd) {
    this.random = random;
    this.fresh = new RandomValues(random, absurd);
  }

  /** The value with one change, or an equal one. */
  <T> T mutate(T value, Class<T> type) {
    return type.cast(mutated(value, type, type.getSimpleName()));
  }

  private Object mutated(Object value, Type type, String name) {
    if (value instanceof Optional<?> optional) {
      Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
      return Optional.of(
          optional.isPresent()
              ? mutated(optional.get(), element, name)
              : fresh.value(element, name, 3));
    }
    if (value instanceof Map<?, ?> map && type instanceof ParameterizedType generic) {
      return mutatedMap(map, generic, name);
    }
    if (value instanceof Collection<?> collection && type instanceof ParameterizedType generic) {
      return mutatedCollection(collection, generic, name);
    }
    if (hasBuilder(value)) {
      return mutatedProperty(value);
    }
    if (value.getClass().isRecord() && random.nextInt(4) > 0) {
      return mutatedComponent(value);
    }
    return fresh.value(type, name, 3);
  }

  private static boolean hasBuilder(Object value) {
    for (Method method : value.getClass().getMethods()) {
      if (method.getName().equals("toBuilder")) {
        return true;
      }
    }
    return false;
  }

  /** Properties that hold something are changed rather than others. */
  private Object mutatedProperty(Object value) {
    try {
      Object builder = invoke(value, "toBuilder");
      List<Method> all = RandomValues.setters(builder);
      if (all.isEmpty()) {
        return value;
      }
      List<Method> filled = new ArrayList<>();
      for (Method setter : all) {
        if (!isEmpty(invoke(value, setter.getName()))) {
          filled.add(setter);
        }
      }
      List<Method> setters = filled.isEmpty() || random.nextInt(4) == 0 ? all : filled;
      Method setter = setters.get(random.nextInt(setters.size()));
      Type type = setter.getGenericParameterTypes()[0];
      Object before = invoke(value, setter.getName());
      Object after =
          before instanceof Optional<?> optional
              ? optional.isPresent()
                  ? mutated(optional.get(), type, setter.getName())
                  : fresh.value(type, setter.getName(), 3)
              : mutated(before, type, setter.getName());
      setter.invoke(builder, convert(after, setter.getParameterTypes()[0]));
      return invoke(builder, "build");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(value.getClass().toString(), e);
    }
  }

  /** Optional numbers have setters that take a number. */
  private static Object convert(Object value, Class<?> type) {
    if (value instanceof Integer number && type == long.class) {
      return number.longValue();
    }
    return value;
  }

  private static Object invoke(Object value, String method) throws ReflectiveOperationException {
    Method found = value.getClass().getMethod(method);
    found.setAccessible(true);
    return found.invoke(value);
  }

  private static boolean isEmpty(Object value) {
    return value.toString().startsWith("Optional")
        ? value.toString().endsWith(".empty")
        : value.equals("") || value.equals(ImmutableList.of()) || value.equals(ImmutableMap.of());
  }

  private Object mutatedCollection(Collection<?> before, ParameterizedType type, String name) {
    List<Object> items = new ArrayList<>(before);
    Type element = type.getActualTypeArguments()[0];
    int kind = random.nextInt(10);
    int index = items.isEmpty() ? 0 : random.nextInt(items.size());
    if (items.isEmpty() || kind == 0) {
      items.add(index, fresh.value(element, name, 3));
    } else if (kind == 1) {
      items.add(items.get(index));
    } else if (kind == 2) {
      items.remove(index);
    } else {
      items.set(index, mutated(items.get(index), element, name));
    }
    return type.getRawType() == ImmutableSet.class
        ? ImmutableSet.copyOf(items)
        : ImmutableList.copyOf(items);
  }

  private Object mutatedMap(Map<?, ?> before, ParameterizedType type, String name) {
    Map<Object, Object> map = new LinkedHashMap<>(before);
    Type[] types = type.getActualTypeArguments();
    List<Object> keys = new ArrayList<>(map.keySet());
    if (keys.isEmpty() || random.nextInt(3) == 0) {
      map.put(fresh.value(types[0], name, 3), fresh.value(types[1], name, 3));
    } else {
      map.computeIfPresent(
          keys.get(random.nextInt(keys.size())), (key, value) -> mutated(value, types[1], name));
    }
    return ImmutableMap.copyOf(map);
  }

  private Object mutatedComponent(Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    if (components.length == 0) {
      return value;
    }
    Object[] values = new Object[components.length];
    int changed = random.nextInt(components.length);
    try {
      for (int i = 0; i < components.length; i++) {
        Method accessor = components[i].getAccessor();
        accessor.setAccessible(true);
        Object before = accessor.invoke(value);
        String name =
            components.length == 1 ? value.getClass().getSimpleName() : components[i].getName();
        values[i] = i == changed ? mutated(before, components[i].getGenericType(), name) : before;
      }
      return RandomValues.construct(value.getClass(), values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(value.getClass().toString(), e);
    }
  }
}
