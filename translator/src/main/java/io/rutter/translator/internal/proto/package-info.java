// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** Protobuf values that several packages build. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.proto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
