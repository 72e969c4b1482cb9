// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import com.google.common.collect.ImmutableList;

/**
 * A drawn graph.
 *
 * @param draft the graph
 * @param notes what was not looked at
 */
record DrawnMesh(GraphDraft draft, ImmutableList<String> notes) {}
