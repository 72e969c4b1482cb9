// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** Which field of the input shapes which field of the output, found out by trying. */
@NullMarked
package io.rutter.testdata.coverage;

import org.jspecify.annotations.NullMarked;
