// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.SourceMap;
import java.util.function.Supplier;

/**
 * What the objects of a store make at one moment.
 *
 * @param snapshot the mesh
 * @param problems what is wrong with the objects
 * @param sources where they stand
 * @param suppressedCodes what their annotations say of problems
 */
public record MadeMesh(
    MeshSnapshot snapshot,
    StoredProblems problems,
    SourceMap sources,
    Supplier<ImmutableSetMultimap<ConfigKey, ProblemCode>> suppressedCodes) {}
