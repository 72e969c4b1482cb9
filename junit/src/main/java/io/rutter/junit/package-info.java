// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Extensions of JUnit: golden files, which say what a mesh is translated to ({@link
 * io.rutter.junit.GoldenFiles}), and tests of where its calls end ({@link
 * io.rutter.junit.CallTestFiles}).
 */
@NullMarked
@CheckReturnValue
package io.rutter.junit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
