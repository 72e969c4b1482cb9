// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Values as Go, and so istiod, reads them from texts: each in linear time, whatever the text is.
 */
@NullMarked
@CheckReturnValue
package io.rutter.model.internal.go;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
