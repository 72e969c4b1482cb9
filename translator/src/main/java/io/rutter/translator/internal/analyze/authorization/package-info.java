// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** What is wrong with policies of who may call, and with those of tokens. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.analyze.authorization;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
