// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Test files of calls. */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.calltest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
