// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What the builders of values share. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.builder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
