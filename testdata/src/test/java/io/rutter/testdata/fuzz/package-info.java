// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Inputs that a fuzzer makes up: nothing may throw, go on for ever or take all memory. */
@NullMarked
package io.rutter.testdata.fuzz;

import org.jspecify.annotations.NullMarked;
