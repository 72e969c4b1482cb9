// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Random but valid input documents. */
@NullMarked
package io.rutter.testdata.random;

import org.jspecify.annotations.NullMarked;
