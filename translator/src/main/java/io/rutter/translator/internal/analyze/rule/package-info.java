// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Findings about VirtualServices, DestinationRules, Sidecars and selectors. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
