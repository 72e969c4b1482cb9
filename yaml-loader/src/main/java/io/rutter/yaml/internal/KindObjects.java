// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.List;

/**
 * The objects of one kind, in the order of the input.
 *
 * @param kind the kind
 * @param parts objects that came together, which are of one namespace; none is empty
 * @param made what was made before
 */
record KindObjects<T>(String kind, List<NamedList<T>> parts, MadeObjects made) {
  /** All: the same list as long as the parts are the same. */
  ImmutableList<T> all() {
    return made.joined(kind, parts.stream().map(NamedList::objects).collect(toImmutableList()));
  }
}
