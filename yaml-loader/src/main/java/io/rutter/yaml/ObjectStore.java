// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.yaml.internal.MadeMesh;
import io.rutter.yaml.internal.StoredObjects;
import io.rutter.yaml.internal.Validation;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a mesh, which come, change and go one by one, for a control plane that follows a
 * cluster or files. Each object is read and validated when it comes, and not again.
 *
 * <p>{@link #snapshot} is what {@link YamlLoader} reads from a text with all the objects in the
 * order of their keys, in whatever order they came. What did not change is the same instance as in
 * the snapshot before, so that {@code CompiledMesh.with} finds the changes at once. As many changes
 * as wanted may come between two snapshots: only then is what depends on several objects made.
 *
 * <p>Applying never throws for what is in an object: see {@link StoredMesh#problems}. An object
 * with an error takes the place of the one with its key, and is left out of the snapshot.
 *
 * <p>Not safe for use by several threads at a time; what it returns is.
 */
public final class ObjectStore {
  private final StoredObjects objects;
  private Optional<StoredMesh> last = Optional.empty();

  private ObjectStore(StoredObjects objects) {
    this.objects = objects;
  }

  /** An empty store with the usual limits and Istio's rules of validation. */
  public static ObjectStore create() {
    return create(YamlLimits.DEFAULT);
  }

  /**
   * An empty store with Istio's rules of validation.
   *
   * @param limits bound each source, and {@link YamlLimits#problems} those of each object; a tree
   *     counts as many characters as its keys and values have
   */
  public static ObjectStore create(YamlLimits limits) {
    return new ObjectStore(new StoredObjects(limits, Validation.ISTIO));
  }

  /** An empty store that takes all objects that have the right types. */
  public static ObjectStore withoutValidation(YamlLimits limits) {
    return new ObjectStore(new StoredObjects(limits, Validation.NONE));
  }

  /**
   * The kinds of objects to give to a store: those that a mesh is read from, then those of Istio
   * that are not translated, of which it warns.
   */
  public static ImmutableList<ObjectKind> kinds() {
    return StoredObjects.kinds();
  }

  /**
   * Adds or replaces the objects of a source, for example of one file. Of two with one name in the
   * source the first counts, as for {@link YamlLoader}. What stands as it stood before, at the same
   * place, is not read again. Objects that the source no longer has stay until they are removed.
   * The others of a name count, and have their problems, until an object of that name is applied
   * from anywhere, or removed, or their source is applied again or forgotten.
   *
   * @return the keys of its objects
   */
  @CanIgnoreReturnValue
  public ImmutableSet<ObjectKey> apply(YamlSource source) {
    return objects.apply(source);
  }

  /**
   * Adds or replaces an object as clients of Kubernetes decode it, or the objects of a {@code
   * List}: of two with one name the first counts, and a bad value loses only the object that it is
   * in, but nothing is read of a tree that exceeds the limits. A {@code metadata.resourceVersion}
   * that is equal to that of the same object here means that it did not change, and it is not read
   * again. Whether one is older cannot be told, because Kubernetes promises no order: the caller
   * applies what came last.
   *
   * <p>Objects without a name are errors that nothing tells apart. Each of them stays, and has its
   * problem, until the key that they share is removed: the one with an empty name.
   *
   * @param tree maps with strings as keys, lists, strings, booleans, null, and numbers of java.lang
   *     and java.math; other values are errors. It is not kept
   * @return the keys of its objects
   */
  @CanIgnoreReturnValue
  public ImmutableSet<ObjectKey> apply(Map<String, ?> tree) {
    return objects.apply(tree);
  }

  /**
   * Removes an object.
   *
   * @param key its key; an empty namespace is {@code default} for kinds that have one
   * @return whether it was there
   */
  @CanIgnoreReturnValue
  public boolean remove(ObjectKey key) {
    return objects.remove(key);
  }

  /** Forgets what was wrong with a source apart from its objects, when it is gone itself. */
  public void forgetSource(String name) {
    objects.forgetSource(name);
  }

  /** The keys of all objects, in their order. */
  public ImmutableSet<ObjectKey> keys() {
    return objects.keys();
  }

  /** The mesh of the objects that are here now; the same instance if nothing has changed. */
  public StoredMesh snapshot() {
    MadeMesh made = objects.snapshot();
    StoredMesh mesh = last.filter(known -> known.is(made)).orElseGet(() -> new StoredMesh(made));
    last = Optional.of(mesh);
    return mesh;
  }
}
