// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Readers of values that several kinds share. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.common;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
