// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** TLS contexts that clusters and listeners share. */
@NullMarked
@CheckReturnValue
package io.rutter.translator.internal.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
