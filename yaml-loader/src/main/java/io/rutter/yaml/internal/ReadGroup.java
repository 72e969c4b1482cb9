// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.Maps;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.internal.collect.NamedList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the objects of one kind and namespace were read to, together, and each list of it by itself:
 * a change costs as much as it changes, beside copies of references.
 *
 * @param objects all objects
 * @param settings those of which a mesh has one
 * @param kind the kind of the values
 * @param values what the others are
 * @param places where those with a value stand, if they were read from texts
 * @param inactive what is to be known of those without a value
 * @param secrets the names of Secrets
 * @param suppressing those whose annotations say something of problems
 * @param wrong those that have problems by themselves
 * @param characters their share of what was read
 */
record ReadGroup(
    NamedList<StoredObject> objects,
    NamedList<ReadObject> settings,
    Optional<Kind<?>> kind,
    NamedList<Object> values,
    NamedList<Places.Place> places,
    NamedList<InactiveObject> inactive,
    NamedList<ConfigKey> secrets,
    NamedList<ReadObject> suppressing,
    NamedList<StoredObject> wrong,
    long characters) {
  /** No objects. */
  static final ReadGroup EMPTY =
      new ReadGroup(
          NamedList.of(),
          NamedList.of(),
          Optional.empty(),
          NamedList.of(),
          NamedList.of(),
          NamedList.of(),
          NamedList.of(),
          NamedList.of(),
          NamedList.of(),
          0);

  /**
   * The group with other objects of some names.
   *
   * @param changes the object of each of these names; empty: none has it any more
   */
  ReadGroup with(NavigableMap<String, Optional<StoredObject>> changes) {
    return new ReadGroup(
        objects.with(changes),
        settings.with(each(changes, read -> Optional.of(read).filter(ReadObject::isSettings))),
        changes.values().stream()
            .flatMap(change -> change.flatMap(object -> object.read().value()).stream())
            .<Kind<?>>map(ReadObject.Value::kind)
            .findFirst()
            .or(() -> kind),
        values.with(each(changes, ReadGroup::value)),
        places.with(each(changes, read -> value(read).flatMap(value -> read.place()))),
        inactive.with(each(changes, ReadObject::inactive)),
        secrets.with(each(changes, ReadObject::secret)),
        suppressing.with(
            each(changes, read -> Optional.of(read).filter(ReadObject::suppressesCodes))),
        wrong.with(Maps.transformValues(changes, change -> change.filter(StoredObject::isWrong))),
        characters + added(changes));
  }

  /** The namespace that all are of. */
  String namespace() {
    return objects.objects().get(0).key().namespace();
  }

  private static <T> NavigableMap<String, Optional<T>> each(
      NavigableMap<String, Optional<StoredObject>> changes,
      Function<ReadObject, Optional<T>> part) {
    return Maps.transformValues(changes, change -> change.map(StoredObject::read).flatMap(part));
  }

  private static Optional<Object> value(ReadObject read) {
    return read.isSettings() ? Optional.empty() : read.value().map(ReadObject.Value::object);
  }

  private long added(NavigableMap<String, Optional<StoredObject>> changes) {
    long sum = 0;
    for (Map.Entry<String, Optional<StoredObject>> change : changes.entrySet()) {
      sum += change.getValue().map(StoredObject::characters).orElse(0L);
      sum -= objects.get(change.getKey()).map(StoredObject::characters).orElse(0L);
    }
    return sum;
  }
}
