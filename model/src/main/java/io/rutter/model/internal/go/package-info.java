// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Parses values as Go, and so istiod, does: in linear time for any string. */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.go;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
