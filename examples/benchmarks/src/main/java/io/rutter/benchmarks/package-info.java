// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Large meshes, and how long Rutter takes for them. */
@NullMarked
package io.rutter.benchmarks;

import org.jspecify.annotations.NullMarked;
