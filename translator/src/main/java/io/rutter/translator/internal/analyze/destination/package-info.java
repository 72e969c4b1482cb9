// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Findings about where traffic goes: destinations that are hidden, missing, or reached with the
 * wrong protocol.
 */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.destination;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
