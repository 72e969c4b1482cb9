// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Golden files: tests that translate the YAML files of a folder and compare the result with files
 * beside them. See {@link io.rutter.testdata.GoldenFiles}.
 */
@NullMarked
@CheckReturnValue
package io.rutter.testdata;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
