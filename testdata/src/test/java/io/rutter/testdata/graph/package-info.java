// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Pictures of the meshes of all golden cases. */
@NullMarked
package io.rutter.testdata.graph;

import org.jspecify.annotations.NullMarked;
