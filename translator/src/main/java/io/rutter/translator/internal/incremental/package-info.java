// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Resources kept with what they were made from: shared by proxies, and made again only where an
 * input changed.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.incremental;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
