// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Explains a translation: where a call ends and why. Works on the translator's output and on Envoy
 * configurations from other software.
 */
@NullMarked
@CheckReturnValue
package io.rutter.inspect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
