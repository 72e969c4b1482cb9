// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Findings about Gateways, their credentials and the rules bound to them. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
