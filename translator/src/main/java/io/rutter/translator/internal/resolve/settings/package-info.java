// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Settings of mesh and proxies: defaults, metadata, labels and selectors. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.resolve.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
