// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Meshes that are built in code, with values that are right, wrong or absurd. */
@NullMarked
package io.rutter.testdata.built;

import org.jspecify.annotations.NullMarked;
