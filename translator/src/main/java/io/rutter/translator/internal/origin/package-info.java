// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Which parts of the configuration the parts of messages are made from. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.origin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
