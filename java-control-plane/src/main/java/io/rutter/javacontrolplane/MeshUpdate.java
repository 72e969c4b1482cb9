// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;

/**
 * What came of handing a mesh to a {@link RutterCache}.
 *
 * @param isServed whether Envoys get it; false if it has errors, and they keep the one before
 * @param problems of the input, the mesh and its proxies, each once
 */
public record MeshUpdate(boolean isServed, ImmutableList<Problem> problems) {}
