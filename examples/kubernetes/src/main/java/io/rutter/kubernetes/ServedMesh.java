// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;

/**
 * A mesh that was brought to the proxies.
 *
 * @param snapshot the mesh
 * @param problems of each object of the first cluster
 */
record ServedMesh(MeshSnapshot snapshot, ImmutableListMultimap<ObjectKey, Problem> problems) {}
