// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
/** The rules that several kinds share. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.validation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
