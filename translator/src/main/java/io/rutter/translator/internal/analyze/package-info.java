// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What is wrong with a mesh as a whole, found by the lookups that the translation makes. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
