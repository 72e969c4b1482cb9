// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.translator.ResourceKind;

/** A resource that differs in the same way for some proxies. */
@AutoValue
public abstract class ResourceDifference {
  /** What happened to a resource. */
  public enum Change {
    /** There was none of its name. */
    ADDED,
    /** There is none of its name any more. */
    REMOVED,
    /** Fields of it differ. */
    CHANGED
  }

  ResourceDifference() {}

  /** The proxies, {@code NAME.NAMESPACE}, sorted; at least one. */
  public abstract ImmutableList<String> proxies();

  /** What kind of resource it is. */
  public abstract ResourceKind kind();

  /** Its name. */
  public abstract String name();

  /** What happened to it. */
  public abstract Change change();

  /**
   * The fields that differ, in the order of the resource; empty unless it is {@link
   * Change#CHANGED}. Elements that only moved where their order has no meaning (virtual hosts,
   * filter chains, endpoints, weighted clusters, domains) do not differ.
   */
  public abstract ImmutableList<FieldDifference> fields();

  /** A difference. */
  public static ResourceDifference of(
      ImmutableList<String> proxies,
      ResourceKind kind,
      String name,
      Change change,
      ImmutableList<FieldDifference> fields) {
    return new AutoValue_ResourceDifference(proxies, kind, name, change, fields);
  }
}
