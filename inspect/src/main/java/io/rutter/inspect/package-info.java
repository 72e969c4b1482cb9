// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What explains a translation: where a call ends and why. Works on what the translator made, and on
 * any Envoy configuration that other software made.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
