// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.internal.common.ObjectMetaReader;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of object that a mesh is read from: a row of {@link Kinds}.
 *
 * @param api the group and the versions that have the kind
 * @param name the name as in YAML
 * @param scope what the name of an object is unique in
 * @param reader reads an object, whose metadata has been read
 * @param rules what is wrong with an object that has been read
 * @param endpoints how many endpoints an object makes
 * @param place where the objects go
 */
record Kind<T>(
    Api api,
    String name,
    Scope scope,
    BiFunction<ObjectMeta, ObjectNode, T> reader,
    Function<T, ImmutableList<Problem>> rules,
    ToLongFunction<T> endpoints,
    Place<T> place) {

  /**
   * Where Kubernetes serves a kind.
   *
   * @param group the group; empty for Kubernetes' own
   * @param versions the versions, newest first
   */
  record Api(String group, ImmutableList<String> versions) {
    Api(String group, String... versions) {
      this(group, ImmutableList.copyOf(versions));
    }
  }

  /** What an object's name is unique in. */
  enum Scope {
    /** A namespace. */
    NAMESPACE {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.namespaced(in);
      }

      @Override
      ObjectKey normal(ObjectKey key) {
        return key.namespace().isEmpty()
            ? new ObjectKey(key.group(), key.kind(), "default", key.name())
            : key;
      }
    },
    /** The cluster: there is no namespace. */
    CLUSTER {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.clusterScoped(in);
      }

      @Override
      ObjectKey normal(ObjectKey key) {
        return new ObjectKey(key.group(), key.kind(), "", key.name());
      }
    },
    /** Only one object counts, whatever its name. */
    MESH {
      @Override
      ObjectMeta readMetadata(ObjectNode in) {
        return ObjectMetaReader.singleton(in);
      }

      @Override
      ObjectKey normal(ObjectKey key) {
        return new ObjectKey(
            key.group(), key.kind(), "", key.name().isEmpty() ? "mesh" : key.name());
      }
    };

    /** Reads {@code metadata}. */
    abstract ObjectMeta readMetadata(ObjectNode in);

    /** The key with what {@link #readMetadata} reads for what is not written. */
    abstract ObjectKey normal(ObjectKey key);
  }

  /** Where the objects of a kind go. */
  interface Place<T> {
    /** Puts all objects of the kind where they belong. */
    void put(KindObjects<T> objects, MeshSnapshot.Builder mesh, KubernetesRegistry kubernetes);
  }

  /** The same kind, of which one object may make many endpoints. */
  Kind<T> withEndpoints(ToLongFunction<T> counted) {
    return new Kind<>(api, name, scope, reader, rules, counted, place);
  }

  /** The API group; empty for Kubernetes' own. */
  String group() {
    return api.group();
  }

  /** What may stand in {@code apiVersion}, newest first. */
  ImmutableList<String> apiVersions() {
    return api.versions().stream()
        .map(version -> group().isEmpty() ? version : group() + "/" + version)
        .collect(toImmutableList());
  }

  /** Whether a document names this kind. */
  boolean isNamed(String apiVersion, String kind) {
    return name.equals(kind) && apiVersions().contains(apiVersion);
  }

  /** The versions for a message. */
  String expected() {
    return Joiner.on(", ").join(apiVersions());
  }
}
