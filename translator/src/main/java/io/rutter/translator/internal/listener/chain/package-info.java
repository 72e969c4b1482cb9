// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What listeners of all directions have in common: chain matches, bindings, listener filters. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.listener.chain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
