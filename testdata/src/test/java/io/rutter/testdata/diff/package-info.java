// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What a change does: what is told is so, and nothing is left out. */
@NullMarked
package io.rutter.testdata.diff;

import org.jspecify.annotations.NullMarked;
